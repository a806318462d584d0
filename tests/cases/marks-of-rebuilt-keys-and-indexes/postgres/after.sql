CREATE TABLE item (
    id integer,
    code text NOT NULL,
    size integer CONSTRAINT item_size CHECK (size > 1),
    parent integer,
    CONSTRAINT item_key PRIMARY KEY (id) INCLUDE (size) WITH (fillfactor = 80),
    CONSTRAINT item_code UNIQUE (code, id),
    CONSTRAINT item_parent FOREIGN KEY (parent) REFERENCES item (id) ON DELETE SET NULL
);
CREATE INDEX item_by_size ON item (size, code);
ALTER TABLE item CLUSTER ON item_by_size;
ALTER TABLE item REPLICA IDENTITY USING INDEX item_code;
COMMENT ON CONSTRAINT item_key ON item IS 'a number''s key';
COMMENT ON INDEX item_key IS 'room for updates';
COMMENT ON CONSTRAINT item_size ON item IS 'no size, no item';
COMMENT ON CONSTRAINT item_parent ON item IS 'what it is part of';
COMMENT ON INDEX item_by_size IS 'for the list';
