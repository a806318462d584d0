INSERT INTO item (id, name, price) VALUES (1, 'pen', 5), (2, 'ink', 20);
