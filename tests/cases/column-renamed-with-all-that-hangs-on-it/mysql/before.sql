CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) NOT NULL,
    code varchar(10),
    CONSTRAINT item_code_once UNIQUE (code),
    CONSTRAINT item_code_set CHECK (code <> '')
);
CREATE INDEX item_name_code ON item (name, code);
CREATE TABLE part (item_code varchar(10) REFERENCES item (code) ON UPDATE CASCADE);
