INSERT INTO author (id, book_id) VALUES (1, 1), (2, NULL);
INSERT INTO book (id, author_id) VALUES (1, 1), (2, 2);
