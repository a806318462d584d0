CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE VIEW cheap AS SELECT id, price FROM item WHERE price < 10;
CREATE TRIGGER cheap_new INSTEAD OF INSERT ON cheap BEGIN SELECT 1; END;
