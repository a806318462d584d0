-- rename table item to thing
--
-- Dangers:
-- renames: table item is called thing from now on

ALTER TABLE "item" RENAME TO "thing";
