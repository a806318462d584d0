INSERT INTO item (id, name, size) VALUES (1, 'pen', 2);
