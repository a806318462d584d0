-- drop check item_size_check on item

ALTER TABLE "item" DROP CONSTRAINT "item_size_check";
