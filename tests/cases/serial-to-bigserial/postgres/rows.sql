INSERT INTO item (name) VALUES ('pen'), ('ink');
INSERT INTO part (item_id) VALUES (1), (2);
