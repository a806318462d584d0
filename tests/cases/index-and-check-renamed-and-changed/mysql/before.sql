CREATE TABLE item (
    id int NOT NULL PRIMARY KEY,
    name varchar(20) NOT NULL,
    kind varchar(20) NOT NULL,
    price int NOT NULL,
    CONSTRAINT ck_item_price CHECK (price >= 0)
);
CREATE INDEX ix_item_name ON item (name);
