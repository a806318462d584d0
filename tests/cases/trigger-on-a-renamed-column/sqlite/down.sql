-- rename column item.cost to price
--
-- Dangers:
-- renames: column item.cost is called price from now on

ALTER TABLE "item" RENAME COLUMN "cost" TO "price";
