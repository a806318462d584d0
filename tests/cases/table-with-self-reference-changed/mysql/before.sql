CREATE TABLE person (
    id integer PRIMARY KEY,
    boss_id integer REFERENCES person (id) ON DELETE CASCADE,
    name varchar(20)
);
