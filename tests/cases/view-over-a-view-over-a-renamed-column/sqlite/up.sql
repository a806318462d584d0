-- rename column item.price to cost
-- change view cheap: definition
-- change trigger prices_change on prices: definition
--
-- Dangers:
-- renames: column item.price is called cost from now on
-- drops-object: view cheap gets other columns: a query that reads the old ones breaks

DROP TRIGGER "prices_change";

DROP VIEW "cheap";

ALTER TABLE "item" RENAME COLUMN "price" TO "cost";

CREATE VIEW cheap AS SELECT id, cost FROM prices WHERE cost < 10;

CREATE TRIGGER prices_change INSTEAD OF UPDATE OF cost ON prices
BEGIN
    UPDATE item SET cost = NEW.cost WHERE id = OLD.id;
END;
