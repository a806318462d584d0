-- change column item.price: type
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of price changes

DROP VIEW "cheap";

ALTER TABLE "item" ALTER COLUMN "price" TYPE bigint;

CREATE VIEW "cheap" AS
 SELECT id,
    name
   FROM item
  WHERE (price < 10);
