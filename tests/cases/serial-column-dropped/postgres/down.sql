-- add column item.ticket
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row gets its ticket

ALTER TABLE "item" ADD COLUMN "ticket" serial NOT NULL;
