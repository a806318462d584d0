CREATE TABLE item (
    id integer CONSTRAINT item_key PRIMARY KEY,
    code text NOT NULL CONSTRAINT item_code UNIQUE,
    size integer CONSTRAINT item_size CHECK (size > 0),
    parent integer CONSTRAINT item_parent REFERENCES item,
    span int4range,
    CONSTRAINT item_span EXCLUDE USING gist (span WITH &&)
);
CREATE INDEX item_by_size ON item (size);
CREATE INDEX item_by_the_parent ON item (parent);
CREATE INDEX item_by_code ON item (code, size);
COMMENT ON CONSTRAINT item_key ON item IS 'a number''s key';
COMMENT ON INDEX item_key IS 'room for \updates';
COMMENT ON CONSTRAINT item_code ON item IS 'printed on the box';
COMMENT ON INDEX item_code IS 'of the unique constraint';
COMMENT ON CONSTRAINT item_parent ON item IS 'kept';
COMMENT ON CONSTRAINT item_span ON item IS 'never two at a time';
COMMENT ON INDEX item_by_the_parent IS 'kept';
COMMENT ON INDEX item_by_code IS 'new';
CREATE TABLE box (
    id integer CONSTRAINT box_key PRIMARY KEY,
    item integer CONSTRAINT box_item REFERENCES item,
    CONSTRAINT box_id CHECK (id > 0)
);
COMMENT ON CONSTRAINT box_key ON box IS 'one a box';
COMMENT ON CONSTRAINT box_item ON box IS 'what is in it';
COMMENT ON CONSTRAINT box_id ON box IS 'from one';
