CREATE TABLE reading (id integer PRIMARY KEY, value int unsigned);
