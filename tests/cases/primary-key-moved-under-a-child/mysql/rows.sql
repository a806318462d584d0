INSERT INTO item (id, code) VALUES (1, 1), (2, 2);
INSERT INTO part (id, item) VALUES (1, 1), (2, 2), (3, 2);
