INSERT INTO item (id, name, price, size) VALUES (1, 'pen', '250', 3), (2, 'ink', '99', 4);
INSERT INTO part (item_id) VALUES (1), (2);
