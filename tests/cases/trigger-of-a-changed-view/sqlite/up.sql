-- change view cheap: definition

DROP VIEW "cheap";

CREATE VIEW cheap AS SELECT id, price, name FROM item WHERE price < 10;

CREATE TRIGGER cheap_new INSTEAD OF INSERT ON cheap
BEGIN
    INSERT INTO item (id, price) VALUES (NEW.id, NEW.price);
END;
