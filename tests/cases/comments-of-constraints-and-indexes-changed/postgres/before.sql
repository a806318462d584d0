CREATE TABLE item (
    id integer CONSTRAINT item_key PRIMARY KEY,
    code text NOT NULL CONSTRAINT item_code UNIQUE,
    size integer CONSTRAINT item_size CHECK (size > 0),
    parent integer CONSTRAINT item_parent REFERENCES item,
    span int4range,
    CONSTRAINT item_span EXCLUDE USING gist (span WITH &&)
);
CREATE INDEX item_by_size ON item (size);
CREATE INDEX item_by_parent ON item (parent);
CREATE INDEX item_by_code ON item (code, size);
COMMENT ON CONSTRAINT item_code ON item IS 'printed on the box';
COMMENT ON INDEX item_code IS 'of the unique';
COMMENT ON CONSTRAINT item_size ON item IS 'no size, no item';
COMMENT ON CONSTRAINT item_parent ON item IS 'kept';
COMMENT ON CONSTRAINT item_span ON item IS 'one at a time';
COMMENT ON INDEX item_by_size IS 'for the list';
COMMENT ON INDEX item_by_parent IS 'kept';
