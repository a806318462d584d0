-- drop check item_size_check1 on item

ALTER TABLE "item" DROP CONSTRAINT "item_size_check1";
