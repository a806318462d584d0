INSERT INTO item (id, code) VALUES (1, 10), (2, 20);
INSERT INTO part (id, item_code) VALUES (1, 10), (2, 20);
