CREATE SCHEMA app;
CREATE TABLE app.item (id serial PRIMARY KEY, name text);
CREATE INDEX item_name ON app.item (name);
CREATE TABLE part (item_id integer REFERENCES app.item (id) ON DELETE CASCADE);
