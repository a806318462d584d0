INSERT INTO item (name) VALUES ('pen'), ('ink'), ('gone');
DELETE FROM item WHERE name = 'gone';
