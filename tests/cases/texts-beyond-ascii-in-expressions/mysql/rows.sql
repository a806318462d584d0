INSERT INTO word (id, a, j) VALUES (1, 'x', '{"ü": ["a"]}'), (2, NULL, NULL);
