CREATE TABLE item (
    id integer PRIMARY KEY AUTOINCREMENT,
    name text COLLATE NOCASE NOT NULL DEFAULT 'it''s',
    price integer,
    twice integer GENERATED ALWAYS AS (price * 2) VIRTUAL,
    CHECK (price > 0),
    UNIQUE (name)
);
CREATE INDEX item_lower ON item (lower(name)) WHERE price > 1;
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
CREATE VIEW cheap AS SELECT name FROM item WHERE price < 10;
