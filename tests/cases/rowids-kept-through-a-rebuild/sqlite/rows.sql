INSERT INTO item (rowid, code, size) VALUES (7, 'pen', 3), (9, 'ink', 4);
