-- change column hold.item_id: type
-- change column item.id: type
-- change column note.item_id: type
-- change column part.item_id: type
--
-- Dangers:
-- rewrites-table: every row of table hold is written again, 1 row now
-- rewrites-table: every row of table item is written again, 2 rows now
-- rewrites-table: every row of table note is written again, 2 rows now
-- rewrites-table: every row of table part is written again, 2 rows now
-- blocks-reads: table hold is locked (ACCESS EXCLUSIVE) while the type of item_id changes
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table note is locked (ACCESS EXCLUSIVE) while the type of item_id changes
-- blocks-reads: table part is locked (ACCESS EXCLUSIVE) while the type of item_id changes

ALTER TABLE "hold" DROP CONSTRAINT "hold_item_id_fkey";

ALTER TABLE "note" DROP CONSTRAINT "note_item_id_fkey";

ALTER TABLE "part" DROP CONSTRAINT "part_item_id_fkey";

ALTER TABLE "hold" ALTER COLUMN "item_id" TYPE bigint;

ALTER TABLE "item" ALTER COLUMN "id" TYPE bigint;

ALTER TABLE "note" ALTER COLUMN "item_id" TYPE bigint;

ALTER TABLE "part" ALTER COLUMN "item_id" TYPE bigint;

ALTER TABLE "hold" ADD CONSTRAINT "hold_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;

ALTER TABLE "note" ADD CONSTRAINT "note_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE SET NULL;

ALTER TABLE "part" ADD CONSTRAINT "part_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE CASCADE;
