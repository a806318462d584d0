CREATE TABLE thing (id integer PRIMARY KEY);
CREATE TABLE part (thing_id integer REFERENCES thing (id) ON DELETE CASCADE);
