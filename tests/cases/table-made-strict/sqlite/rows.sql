INSERT INTO item (id, name, size) VALUES (1, 'pen', 3);
INSERT INTO part (item_id) VALUES (1);
