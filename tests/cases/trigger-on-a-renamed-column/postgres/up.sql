-- rename column item.price to cost
--
-- Dangers:
-- renames: column item.price is called cost from now on

ALTER TABLE "item" RENAME COLUMN "price" TO "cost";
