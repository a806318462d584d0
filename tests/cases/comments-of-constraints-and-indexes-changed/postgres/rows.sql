INSERT INTO item VALUES (1, 'pen', 5, NULL, '[1,3)'), (2, 'ink', 7, 1, '[4,5)');
