-- change column item.code: drop not null
-- drop index item_code on item

DROP INDEX "item_code";

ALTER TABLE "item" ALTER COLUMN "code" DROP NOT NULL;
