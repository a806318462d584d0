INSERT INTO item (id, name, data) VALUES (1, 'pen', '{}');
