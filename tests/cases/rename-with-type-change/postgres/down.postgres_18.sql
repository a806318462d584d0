-- rename column item.cents to price
-- change column item.price: type, not null constraint
--
-- Dangers:
-- renames: column item.cents is called price from now on
-- needs-cast: column item.cents goes from integer to character varying(20): values may be converted
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of price changes

ALTER TABLE "item" RENAME COLUMN "cents" TO "price";

ALTER TABLE "item" RENAME CONSTRAINT "item_cents_not_null" TO "item_price_not_null";

ALTER TABLE "item" ALTER COLUMN "price" TYPE character varying(20);
