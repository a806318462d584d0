CREATE TABLE item (
    id integer PRIMARY KEY,
    sku varchar(20),
    note varchar(20),
    amount integer,
    CONSTRAINT item_code_filled CHECK (sku <> '')
);
CREATE TABLE entry (
    item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    count integer NOT NULL
);
