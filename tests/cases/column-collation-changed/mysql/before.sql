CREATE TABLE item (id integer PRIMARY KEY, name varchar(40) NOT NULL);
CREATE UNIQUE INDEX item_name ON item (name);
