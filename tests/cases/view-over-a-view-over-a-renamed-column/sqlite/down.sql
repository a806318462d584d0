-- rename column item.cost to price
-- change view cheap: definition
-- change trigger prices_change on prices: definition
--
-- Dangers:
-- renames: column item.cost is called price from now on
-- drops-object: view cheap gets other columns: a query that reads the old ones breaks

DROP TRIGGER "prices_change";

DROP VIEW "cheap";

ALTER TABLE "item" RENAME COLUMN "cost" TO "price";

CREATE VIEW cheap AS SELECT id, price FROM prices WHERE price < 10;

CREATE TRIGGER prices_change INSTEAD OF UPDATE OF price ON prices
BEGIN
    UPDATE item SET price = NEW.price WHERE id = OLD.id;
END;
