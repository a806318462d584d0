CREATE TABLE reading (id integer PRIMARY KEY, value decimal(12, 4));
