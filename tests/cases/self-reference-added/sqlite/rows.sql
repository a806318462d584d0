INSERT INTO person (id, boss_id) VALUES (1, NULL), (2, 1), (3, 2);
