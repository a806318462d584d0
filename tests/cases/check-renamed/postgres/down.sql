-- rename check item_size_positive to item_size on item

ALTER TABLE "item" RENAME CONSTRAINT "item_size_positive" TO "item_size";
