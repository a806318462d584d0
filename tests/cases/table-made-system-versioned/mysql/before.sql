CREATE TABLE price (id integer PRIMARY KEY, amount integer);
