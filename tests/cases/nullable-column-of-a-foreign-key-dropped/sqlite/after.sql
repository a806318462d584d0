CREATE TABLE shelf (id integer PRIMARY KEY);
CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));
