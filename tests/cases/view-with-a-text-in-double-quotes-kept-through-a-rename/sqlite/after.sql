CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);CREATE TABLE history (item_id integer, cost integer);
CREATE VIEW pens AS SELECT id FROM item WHERE name = "a pen";
