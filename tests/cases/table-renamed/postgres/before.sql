CREATE TABLE item (
    id serial PRIMARY KEY,
    name text UNIQUE CHECK (name <> ''),
    parent_id integer REFERENCES item (id) ON DELETE SET NULL
);
CREATE INDEX item_parent ON item (parent_id);
