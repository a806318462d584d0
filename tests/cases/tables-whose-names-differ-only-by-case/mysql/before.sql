CREATE TABLE item (id integer PRIMARY KEY);
CREATE TABLE Item (id integer PRIMARY KEY, name varchar(9));
CREATE TABLE ITEM (Id integer PRIMARY KEY, item_id integer REFERENCES Item (id));
