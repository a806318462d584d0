CREATE TABLE item (
    id integer NOT NULL PRIMARY KEY,
    name varchar(20) NOT NULL,
    kind varchar(20) NOT NULL,
    price integer NOT NULL,
    CONSTRAINT ck_item_price CHECK (price >= 0)
);
CREATE INDEX ix_item_name ON item (name);
