PRAGMA foreign_keys = OFF;
INSERT INTO author (id, name) VALUES (1, 'Ada');
INSERT INTO book (id, author_id, pages) VALUES (1, 1, 100), (2, 99, 200), (3, NULL, 300);
PRAGMA foreign_keys = ON;
