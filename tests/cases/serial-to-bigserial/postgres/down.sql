-- change column item.id: type, key generation
-- change column part.item_id: type
--
-- Dangers:
-- narrows-type: column item.id goes from bigint to integer: values may not fit
-- rewrites-table: every row of table item is written again
-- narrows-type: column part.item_id goes from bigint to integer: values may not fit
-- rewrites-table: every row of table part is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table part is locked (ACCESS EXCLUSIVE) while the type of item_id changes

ALTER TABLE "part" DROP CONSTRAINT "part_item_id_fkey";

SELECT setval('"item_id_seq"', least(greatest(last_value, 1), 2147483647), is_called) FROM "item_id_seq";

ALTER SEQUENCE "item_id_seq" AS integer MINVALUE 1 MAXVALUE 2147483647;

ALTER TABLE "item" ALTER COLUMN "id" TYPE integer;

ALTER TABLE "part" ALTER COLUMN "item_id" TYPE integer;

ALTER TABLE "part" ADD CONSTRAINT "part_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE CASCADE;
