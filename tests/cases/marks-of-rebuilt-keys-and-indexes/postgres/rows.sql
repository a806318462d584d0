INSERT INTO item VALUES (1, 'pen', 5, NULL), (2, 'ink', 7, 1);
