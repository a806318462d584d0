-- change check item_size on item

ALTER TABLE "item" DROP CONSTRAINT "item_size";

ALTER TABLE "item" ADD CONSTRAINT "item_size" CHECK (size > 0) NOT VALID;
