-- change column item.owner: type
-- change foreign key item_owner_fkey on item
-- change column item_1.owner: type
-- change partition item_1 of item: FOR VALUES IN (1) -> FOR VALUES IN (1, 2)
-- change foreign key item_owner_fkey on item_1
-- change column owner.id: type
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 1 row now
-- rewrites-table: every row of table item_1 is written again, 1 row now
-- rewrites-table: every row of table owner is written again, 1 row now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of owner changes
-- blocks-writes: table owner is locked (SHARE ROW EXCLUSIVE) while foreign key item_owner_fkey is checked
-- blocks-reads: table item_1 is locked (ACCESS EXCLUSIVE) while the type of owner changes
-- blocks-writes: table owner is locked (SHARE ROW EXCLUSIVE) while foreign key item_owner_fkey is checked
-- blocks-reads: table owner is locked (ACCESS EXCLUSIVE) while the type of id changes

ALTER TABLE "item" DETACH PARTITION "item_1";

ALTER TABLE "item" DROP CONSTRAINT "item_owner_fkey";

ALTER TABLE "item_1" DROP CONSTRAINT "item_owner_fkey";

ALTER TABLE "item" ALTER COLUMN "owner" TYPE bigint;

ALTER TABLE "item_1" ALTER COLUMN "owner" TYPE bigint;

ALTER TABLE "item" ATTACH PARTITION "item_1" FOR VALUES IN (1, 2);

ALTER TABLE "owner" ALTER COLUMN "id" TYPE bigint;

ALTER TABLE "item" ADD CONSTRAINT "item_owner_fkey" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE CASCADE;
