INSERT INTO author (name) VALUES ('Ada');
INSERT INTO book (author_id, title) VALUES (1, 'x');
