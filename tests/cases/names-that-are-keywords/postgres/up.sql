-- rename column order.default to table
-- change column order.table: type
-- create foreign key order_references_fkey on order
-- create check order_check_check on order
--
-- Dangers:
-- renames: column order.default is called table from now on
-- blocks-reads: table order is locked (ACCESS EXCLUSIVE) while every row is checked for order_check_check

ALTER TABLE "order" RENAME COLUMN "default" TO "table";

ALTER TABLE "order"
    ALTER COLUMN "table" TYPE character varying(80),
    ADD CONSTRAINT "order_check_check" CHECK ("check" > 0);

ALTER TABLE "order" ADD CONSTRAINT "order_references_fkey" FOREIGN KEY ("references") REFERENCES "order" ("primary");
