CREATE TABLE thing (
    id integer PRIMARY KEY AUTOINCREMENT,
    name text COLLATE NOCASE NOT NULL DEFAULT 'it''s',
    cost integer NOT NULL,
    twice integer GENERATED ALWAYS AS (cost * 2) VIRTUAL,
    CHECK (cost > 0),
    UNIQUE (name)
);
CREATE INDEX item_lower ON thing (lower(name)) WHERE cost > 1;
CREATE TABLE part (item_id integer NOT NULL REFERENCES thing (id) ON DELETE CASCADE);
CREATE VIEW cheap AS SELECT name FROM thing WHERE cost < 10;
