CREATE TABLE item (
    id integer CONSTRAINT item_has_id NOT NULL,
    name text CONSTRAINT item_named NOT NULL NO INHERIT,
    size integer,
    color text CONSTRAINT item_colored NOT NULL,
    shape text NOT NULL
);
ALTER TABLE item ADD CONSTRAINT item_sized NOT NULL size NOT VALID;
COMMENT ON CONSTRAINT item_has_id ON item IS 'always';
