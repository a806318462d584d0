-- rename column item.price to cents
-- change column item.cents: type, not null constraint
--
-- Dangers:
-- renames: column item.price is called cents from now on
-- needs-cast: column item.price goes from character varying(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.price as they were from character varying(20) to integer
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of cents changes

ALTER TABLE "item" RENAME COLUMN "price" TO "cents";

ALTER TABLE "item" RENAME CONSTRAINT "item_price_not_null" TO "item_cents_not_null";

ALTER TABLE "item" ALTER COLUMN "cents" TYPE integer USING "cents"::integer;
