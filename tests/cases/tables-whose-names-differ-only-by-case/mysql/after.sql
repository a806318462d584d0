CREATE TABLE item (id integer PRIMARY KEY, name text);
CREATE TABLE Item (id integer PRIMARY KEY, name varchar(19));
CREATE TABLE ITEM (
    Id integer PRIMARY KEY,
    item_id integer NOT NULL REFERENCES item (id)
);
