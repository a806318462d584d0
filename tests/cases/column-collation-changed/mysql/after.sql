CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) COLLATE utf8mb4_bin NOT NULL
);
CREATE UNIQUE INDEX item_name ON item (name);
