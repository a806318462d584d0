INSERT INTO item (name) VALUES ('pen');
INSERT INTO part (item_id) VALUES (1);
