CREATE TABLE person (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE guest (id integer PRIMARY KEY, name varchar(40));
