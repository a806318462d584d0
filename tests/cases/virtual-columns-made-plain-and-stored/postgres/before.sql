CREATE TABLE item (
    id integer PRIMARY KEY,
    price integer NOT NULL,
    twice integer GENERATED ALWAYS AS (price * 2) VIRTUAL NOT NULL,
    label text GENERATED ALWAYS AS ('item ' || id) VIRTUAL,
    half integer GENERATED ALWAYS AS (price / 2) VIRTUAL,
    CONSTRAINT item_twice CHECK (twice >= price)
);
COMMENT ON COLUMN item.twice IS 'two of them';
