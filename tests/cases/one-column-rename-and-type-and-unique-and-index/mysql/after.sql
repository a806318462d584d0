CREATE TABLE item (
    id integer PRIMARY KEY,
    sku integer,
    note varchar(20),
    amount integer,
    CONSTRAINT item_code_unique UNIQUE (sku)
);
CREATE INDEX item_code ON item (sku);
CREATE TABLE entry (
    item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    count integer NOT NULL
);
