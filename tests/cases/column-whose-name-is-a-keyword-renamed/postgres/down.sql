-- rename column item.or to and
-- drop column item.note
--
-- Dangers:
-- renames: column item.or is called and from now on
-- drops-column: column item.note goes, with its values

ALTER TABLE "item" DROP COLUMN "note";

ALTER TABLE "item" RENAME COLUMN "or" TO "and";
