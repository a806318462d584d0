INSERT INTO author (id, name) VALUES (1, 'Ada'), (2, 'Bob');
INSERT INTO book (id, a, b, c, d, e) VALUES (1, 1, 1, 1, 1, 1), (2, 2, 2, 2, 2, 2);
