INSERT INTO item (id, name, price, size) VALUES (1, 'pen', 5, 1), (2, 'ink', 20, 2);
