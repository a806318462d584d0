CREATE TABLE thing (
    id serial PRIMARY KEY,
    name text UNIQUE CHECK (name <> ''),
    parent_id integer REFERENCES thing (id) ON DELETE SET NULL
);
CREATE INDEX item_parent ON thing (parent_id);
