-- change column item.code: drop not null
-- drop foreign key item_code_key on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

ALTER TABLE "item" ALTER COLUMN "code" DROP NOT NULL;
