INSERT INTO person VALUES (1, 'A@b.c');
