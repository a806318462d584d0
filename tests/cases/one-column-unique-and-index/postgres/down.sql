-- drop unique item_code_unique on item
-- drop index item_code on item

DROP INDEX "item_code";

ALTER TABLE "item" DROP CONSTRAINT "item_code_unique";
