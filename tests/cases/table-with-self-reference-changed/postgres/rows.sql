INSERT INTO person (id, boss_id, name) VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 2, 'c');
