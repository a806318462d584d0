CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE TABLE cheap (id integer PRIMARY KEY, price integer);
CREATE TRIGGER cheap_new AFTER INSERT ON cheap BEGIN SELECT 1; END;
