CREATE TABLE item (
    id integer CONSTRAINT item_key PRIMARY KEY WITH (fillfactor = 80),
    code text NOT NULL CONSTRAINT item_code UNIQUE,
    size integer CONSTRAINT item_size CHECK (size > 0),
    parent integer CONSTRAINT item_parent REFERENCES item
);
CREATE INDEX item_by_size ON item (size);
ALTER TABLE item CLUSTER ON item_by_size;
ALTER TABLE item REPLICA IDENTITY USING INDEX item_code;
COMMENT ON CONSTRAINT item_key ON item IS 'a number''s key';
COMMENT ON INDEX item_key IS 'room for updates';
COMMENT ON CONSTRAINT item_size ON item IS 'no size, no item';
COMMENT ON CONSTRAINT item_parent ON item IS 'what it is part of';
COMMENT ON INDEX item_by_size IS 'for the list';
