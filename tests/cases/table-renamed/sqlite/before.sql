CREATE TABLE item (
    id integer PRIMARY KEY AUTOINCREMENT,
    name text UNIQUE,
    parent_id integer REFERENCES item (id) ON DELETE SET NULL
);
CREATE INDEX item_parent ON item (parent_id);
