INSERT INTO item (code, size) VALUES ('pen', 3);
