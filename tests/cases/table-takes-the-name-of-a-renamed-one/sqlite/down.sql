-- rename table old_item to item
-- drop table item
--
-- Dangers:
-- renames: table old_item is called item from now on
-- drops-table: table item goes, with the rows that it may have

DROP TABLE "item";

ALTER TABLE "old_item" RENAME TO "item";
