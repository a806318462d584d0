-- change column item.code: drop not null
-- drop check item_code_filled on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_filled";

ALTER TABLE "item" ALTER COLUMN "code" DROP NOT NULL;
