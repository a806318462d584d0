CREATE TABLE item (id integer PRIMARY KEY, name text NOT NULL);
CREATE UNIQUE INDEX item_name ON item (name);
