CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE VIEW cheap AS SELECT "id", [price] FROM item -- in cents
WHERE price < 10;
