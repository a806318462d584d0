CREATE TABLE reading (id integer PRIMARY KEY, value decimal(10, 2));
