INSERT INTO person (id, name, mail) VALUES (1, 'Ärmel', 'A@b');
