CREATE TABLE person (
    id integer PRIMARY KEY,
    boss_id integer,
    CONSTRAINT person_boss FOREIGN KEY (boss_id) REFERENCES person (id) ON DELETE SET NULL
);
