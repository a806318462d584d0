INSERT INTO item (id, name, code, size) VALUES (1, 'pen', 'P', 1);
