INSERT INTO reading (id, value) VALUES (1, '{"a": 1}'), (2, '[]'), (3, NULL);
