-- rename check item_size to item_size_positive on item

ALTER TABLE "item" RENAME CONSTRAINT "item_size" TO "item_size_positive";
