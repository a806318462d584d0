CREATE TABLE item (
    id int NOT NULL PRIMARY KEY,
    name varchar(20) NOT NULL,
    kind varchar(20) NOT NULL,
    price int NOT NULL,
    CONSTRAINT ck_item_positive CHECK (price > 0)
);
CREATE INDEX ix_item_name_kind ON item (name, kind);
