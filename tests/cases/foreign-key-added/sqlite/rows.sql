INSERT INTO author (id, name) VALUES (1, 'Ada'), (2, 'Bob');
INSERT INTO book (id, author_id) VALUES (1, 1), (2, 2), (3, NULL);
