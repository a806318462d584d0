-- rename table thing to item
--
-- Dangers:
-- renames: table thing is called item from now on

ALTER TABLE "thing" RENAME TO "item";
