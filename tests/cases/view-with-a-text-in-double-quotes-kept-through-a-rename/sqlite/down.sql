-- rename column history.cost to price
--
-- Dangers:
-- renames: column history.cost is called price from now on

DROP VIEW "pens";

ALTER TABLE "history" RENAME COLUMN "cost" TO "price";

CREATE VIEW pens AS SELECT id FROM item WHERE name = "a pen";
