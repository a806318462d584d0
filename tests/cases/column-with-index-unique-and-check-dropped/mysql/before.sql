CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) NOT NULL,
    code varchar(10),
    CONSTRAINT item_code_once UNIQUE (code),
    CONSTRAINT item_code_set CHECK (code <> '')
);
CREATE INDEX item_name_code ON item (name, code);
CREATE INDEX item_code ON item (code);
