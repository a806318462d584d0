INSERT INTO item (id, code) VALUES (1, NULL), (2, 'x');
