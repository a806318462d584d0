CREATE TABLE thing (
    id integer PRIMARY KEY AUTOINCREMENT,
    name text UNIQUE,
    parent_id integer REFERENCES thing (id) ON DELETE SET NULL
);
CREATE INDEX item_parent ON thing (parent_id);
