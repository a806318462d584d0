INSERT INTO reading (id, value) VALUES (1, 'abc'), (2, ''), (3, NULL);
