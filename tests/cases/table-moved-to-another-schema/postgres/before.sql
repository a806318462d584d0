CREATE SCHEMA app;
CREATE TABLE item (id serial PRIMARY KEY, name text);
CREATE INDEX item_name ON item (name);
CREATE TABLE part (item_id integer REFERENCES item (id) ON DELETE CASCADE);
