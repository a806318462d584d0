-- change column item.price: type
--
-- Dangers:
-- narrows-type: column item.price goes from bigint to integer: values may not fit
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of price changes

DROP MATERIALIZED VIEW "cheap";

ALTER TABLE "item" ALTER COLUMN "price" TYPE integer;

CREATE MATERIALIZED VIEW "cheap" AS
 SELECT id,
    name
   FROM item
  WHERE (price < 10);
