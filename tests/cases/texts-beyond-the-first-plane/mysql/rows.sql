INSERT INTO word (id, a) VALUES (1, 'x');
