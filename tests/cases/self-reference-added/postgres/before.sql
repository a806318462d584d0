CREATE TABLE person (id integer PRIMARY KEY, boss_id integer);
