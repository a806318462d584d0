-- change view cheap: definition
--
-- Dangers:
-- drops-object: view cheap gets other columns: a query that reads the old ones breaks

DROP VIEW "cheap";

CREATE VIEW cheap AS SELECT id, price FROM item WHERE price < 10;

CREATE TRIGGER cheap_new INSTEAD OF INSERT ON cheap
BEGIN
    INSERT INTO item (id, price) VALUES (NEW.id, NEW.price);
END;
