INSERT INTO t (id, a, b) VALUES (1, 2, 'x'), (2, 3, NULL);
