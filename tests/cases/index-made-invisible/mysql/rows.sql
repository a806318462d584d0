INSERT INTO item (id, name, size, gone) VALUES (1, 'pen', 5, 0), (2, 'ink', 7, 1);
