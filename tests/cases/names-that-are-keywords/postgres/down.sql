-- rename column order.table to default
-- change column order.default: type
-- drop foreign key order_references_fkey on order
-- drop check order_check_check on order
--
-- Dangers:
-- renames: column order.table is called default from now on
-- narrows-type: column order.table goes from character varying(80) to character varying(40): values may not fit
-- rewrites-table: every row of table order is written again
-- blocks-reads: table order is locked (ACCESS EXCLUSIVE) while the type of default changes

ALTER TABLE "order" DROP CONSTRAINT "order_references_fkey";

ALTER TABLE "order" DROP CONSTRAINT "order_check_check";

ALTER TABLE "order" RENAME COLUMN "table" TO "default";

ALTER TABLE "order" ALTER COLUMN "default" TYPE character varying(40);
