-- rename unique item_code_alone to item_code on item
-- drop unique item_code_once on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_once";

ALTER INDEX "item_code_alone" RENAME TO "item_code";
