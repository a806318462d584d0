-- change check item_size on item

ALTER TABLE "item" VALIDATE CONSTRAINT "item_size";
