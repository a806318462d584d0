INSERT INTO author (id, name) VALUES (1, 'Ada');
INSERT INTO book (id, author_id, country) VALUES (1, 1, 'uk');
