INSERT INTO item (id, name, mark) VALUES (1, 'pen', 'p');
