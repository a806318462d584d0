-- drop unique item_code_unique on item
-- drop foreign key item_code_key on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

ALTER TABLE "item" DROP CONSTRAINT "item_code_unique";
