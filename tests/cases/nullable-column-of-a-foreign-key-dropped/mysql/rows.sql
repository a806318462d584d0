INSERT INTO shelf (id) VALUES (1);
INSERT INTO item (id, name, shelf_id) VALUES (1, 'pen', 1), (2, 'ink', NULL);
