-- rename column item.or to and
-- drop column item.note
--
-- Dangers:
-- renames: column item.or is called and from now on
-- drops-column: column item.note goes, with the values that it may hold

ALTER TABLE "item" DROP COLUMN "note";

ALTER TABLE "item" RENAME COLUMN "or" TO "and";
