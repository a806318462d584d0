-- change column item.owner: type
-- change foreign key item_owner_fkey on item
-- change column item_1.owner: type
-- change partition item_1 of item: FOR VALUES IN (1, 2) -> FOR VALUES IN (1)
-- change foreign key item_owner_fkey on item_1
-- change column owner.id: type
--
-- Dangers:
-- narrows-type: column item.owner goes from bigint to integer: values may not fit
-- rewrites-table: every row of table item is written again
-- narrows-type: column item_1.owner goes from bigint to integer: values may not fit
-- rewrites-table: every row of table item_1 is written again
-- narrows-type: column owner.id goes from bigint to integer: values may not fit
-- rewrites-table: every row of table owner is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of owner changes
-- blocks-writes: table owner is locked (SHARE ROW EXCLUSIVE) while foreign key item_owner_fkey is checked
-- blocks-reads: table item_1 is locked (ACCESS EXCLUSIVE) while the type of owner changes
-- blocks-writes: table owner is locked (SHARE ROW EXCLUSIVE) while foreign key item_owner_fkey is checked
-- blocks-reads: table owner is locked (ACCESS EXCLUSIVE) while the type of id changes

ALTER TABLE "item" DETACH PARTITION "item_1";

ALTER TABLE "item" DROP CONSTRAINT "item_owner_fkey";

ALTER TABLE "item_1" DROP CONSTRAINT "item_owner_fkey";

ALTER TABLE "item" ALTER COLUMN "owner" TYPE integer;

ALTER TABLE "item_1" ALTER COLUMN "owner" TYPE integer;

ALTER TABLE "item" ATTACH PARTITION "item_1" FOR VALUES IN (1);

ALTER TABLE "owner" ALTER COLUMN "id" TYPE integer;

ALTER TABLE "item" ADD CONSTRAINT "item_owner_fkey" FOREIGN KEY ("owner") REFERENCES "owner" ("id");
