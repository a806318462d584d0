-- change column item.code: drop not null
-- drop unique item_code_unique on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_unique";

ALTER TABLE "item" ALTER COLUMN "code" DROP NOT NULL;
