CREATE TABLE reading (id integer PRIMARY KEY, value integer);
