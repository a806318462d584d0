-- rename column item.price to cost
-- change view cheap: definition
--
-- Dangers:
-- renames: column item.price is called cost from now on

DROP VIEW "cheap";

ALTER TABLE "item" RENAME COLUMN "price" TO "cost";

CREATE VIEW cheap AS
WITH few (id) AS (SELECT id FROM item WHERE cost < 10), some AS (SELECT cost FROM item)
SELECT few.id, max(some.cost) AS most FROM few, some GROUP BY few.id;
