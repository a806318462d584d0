-- change column ITEM.id: drop not null
-- change column Item.name: type
-- drop column item.name
--
-- Dangers:
-- narrows-type: column Item.name goes from character varying(19) to character varying(9): values may not fit
-- rewrites-table: every row of table Item is written again
-- drops-column: column item.name goes, with the values that it may hold
-- blocks-reads: table Item is locked (ACCESS EXCLUSIVE) while the type of name changes

ALTER TABLE "item" DROP COLUMN "name";

ALTER TABLE "ITEM" ALTER COLUMN "id" DROP NOT NULL;

ALTER TABLE "Item" ALTER COLUMN "name" TYPE character varying(9);
