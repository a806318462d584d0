INSERT INTO author (id) VALUES (1);
INSERT INTO book (id, author_id, name) VALUES (1, 1, 'x');
