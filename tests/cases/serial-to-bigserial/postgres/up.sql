-- change column item.id: type, key generation
-- change column part.item_id: type
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- rewrites-table: every row of table part is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table part is locked (ACCESS EXCLUSIVE) while the type of item_id changes

ALTER TABLE "part" DROP CONSTRAINT "part_item_id_fkey";

ALTER SEQUENCE "item_id_seq" AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;

ALTER TABLE "item" ALTER COLUMN "id" TYPE bigint;

ALTER TABLE "part" ALTER COLUMN "item_id" TYPE bigint;

ALTER TABLE "part" ADD CONSTRAINT "part_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE CASCADE;
