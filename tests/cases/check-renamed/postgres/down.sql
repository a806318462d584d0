-- rename check item_size_positive to item_size on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_size

ALTER TABLE "item" RENAME CONSTRAINT "item_size_positive" TO "item_size";
