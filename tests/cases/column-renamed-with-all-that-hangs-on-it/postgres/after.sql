CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) NOT NULL,
    sku varchar(10),
    CONSTRAINT item_code_once UNIQUE (sku),
    CONSTRAINT item_code_set CHECK (sku <> '')
);
CREATE INDEX item_name_code ON item (name, sku);
CREATE TABLE part (item_code varchar(10) REFERENCES item (sku) ON UPDATE CASCADE);
