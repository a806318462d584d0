-- drop foreign key item_code_key on item
-- drop check item_code_filled on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

ALTER TABLE "item" DROP CONSTRAINT "item_code_filled";
