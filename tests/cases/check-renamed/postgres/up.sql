-- rename check item_size to item_size_positive on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_size_positive

ALTER TABLE "item" RENAME CONSTRAINT "item_size" TO "item_size_positive";
