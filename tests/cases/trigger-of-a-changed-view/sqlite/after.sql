CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE VIEW cheap AS SELECT id, price, name FROM item WHERE price < 10;
CREATE TRIGGER cheap_new INSTEAD OF INSERT ON cheap
BEGIN
    INSERT INTO item (id, price) VALUES (NEW.id, NEW.price);
END;
