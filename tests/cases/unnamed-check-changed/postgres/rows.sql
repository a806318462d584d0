INSERT INTO item (id, name, size) VALUES (1, 'pen', 5), (2, 'ink', 7);
INSERT INTO part (item_id) VALUES (1), (2), (2);
