CREATE SCHEMA app;
CREATE TABLE item (id integer PRIMARY KEY, name varchar(9));
CREATE TABLE app.item (id integer PRIMARY KEY, name varchar(9));
