INSERT INTO item (code, size) VALUES ('pen', 3);
INSERT INTO part (item_code) VALUES ('pen');
