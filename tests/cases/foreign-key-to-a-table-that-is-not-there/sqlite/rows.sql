PRAGMA foreign_keys = OFF;
INSERT INTO book (id, author_id, name) VALUES (1, NULL, 'x');
