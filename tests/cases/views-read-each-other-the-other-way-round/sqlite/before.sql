CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE VIEW cheap AS SELECT id, price FROM item WHERE price < 10;
CREATE VIEW named AS SELECT id, price FROM cheap;
