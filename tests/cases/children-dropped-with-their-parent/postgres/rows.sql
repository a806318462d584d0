INSERT INTO marker (id) VALUES (1);
INSERT INTO author (id, name) VALUES (1, 'Ada'), (2, 'Bob');
INSERT INTO book (id, author_id) VALUES (1, 1), (2, 2);
INSERT INTO note (id, author_id) VALUES (1, 1), (2, NULL);
INSERT INTO prize (id, author_id) VALUES (1, 2);
INSERT INTO page (id, book_id) VALUES (1, 1), (2, 1), (3, 2);
