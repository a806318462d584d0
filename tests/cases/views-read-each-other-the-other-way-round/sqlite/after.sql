CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE VIEW named AS SELECT id, price FROM item;
CREATE VIEW cheap AS SELECT id, price FROM named WHERE price < 10;
