CREATE TABLE item (
    id integer PRIMARY KEY,
    price integer NOT NULL,
    twice bigint DEFAULT 0 NOT NULL,
    name text,
    half integer GENERATED ALWAYS AS (price / 2) STORED,
    CONSTRAINT item_twice CHECK (twice >= price)
);
COMMENT ON COLUMN item.twice IS 'two of them';
CREATE INDEX item_name ON item (name);
