CREATE TABLE item (
    id integer CONSTRAINT item_id NOT NULL,
    name text CONSTRAINT item_named NOT NULL,
    size integer CONSTRAINT item_sized NOT NULL,
    color text,
    shape text CONSTRAINT item_colored NOT NULL,
    weight integer CONSTRAINT item_weighs NOT NULL DEFAULT 1
);
ALTER TABLE item ADD CONSTRAINT item_may_have_color NOT NULL color NOT VALID;
COMMENT ON CONSTRAINT item_id ON item IS 'always, really';
CREATE TABLE part (
    id integer CONSTRAINT part_has_id NOT NULL NO INHERIT,
    number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT part_numbered NOT NULL,
    size integer
);
ALTER TABLE part ADD CONSTRAINT part_sized NOT NULL size NOT VALID;
COMMENT ON CONSTRAINT part_has_id ON part IS 'here only';
