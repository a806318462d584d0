CREATE TABLE item (id integer PRIMARY KEY, itemname varchar(40) NOT NULL);
