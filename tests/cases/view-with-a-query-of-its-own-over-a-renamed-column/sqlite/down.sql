-- rename column item.cost to price
-- change view cheap: definition
--
-- Dangers:
-- renames: column item.cost is called price from now on

DROP VIEW "cheap";

ALTER TABLE "item" RENAME COLUMN "cost" TO "price";

CREATE VIEW cheap AS
WITH few (id) AS (SELECT id FROM item WHERE price < 10), some AS (SELECT price FROM item)
SELECT few.id, max(some.price) AS most FROM few, some GROUP BY few.id;
