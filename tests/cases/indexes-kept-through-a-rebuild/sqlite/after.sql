CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) NOT NULL,
    size integer,
    gone integer
);
CREATE INDEX item_a ON item (name COLLATE NOCASE, size DESC);
CREATE UNIQUE INDEX item_b ON item (lower(name)) WHERE gone = 0;
CREATE INDEX "item (c)" ON item (size, gone);
