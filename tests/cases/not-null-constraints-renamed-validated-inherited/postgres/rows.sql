INSERT INTO item (id, name, size, color, shape) VALUES (1, 'pen', 2, 'red', 'round');
