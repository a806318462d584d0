CREATE TABLE reading (id integer PRIMARY KEY, value timestamp(3));
