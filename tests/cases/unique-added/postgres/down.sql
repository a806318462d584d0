-- drop unique item_name on item

ALTER TABLE "item" DROP CONSTRAINT "item_name";
