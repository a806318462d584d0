-- drop foreign key item_code_key on item
-- drop index item_code on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

DROP INDEX "item_code";
