INSERT INTO people.author (id) VALUES (1);
INSERT INTO book (id, author_id) VALUES (1, 1);
