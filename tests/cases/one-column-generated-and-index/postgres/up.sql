-- change column item.code: generated expression
-- create index item_code on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_code is built

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 3) STORED;

CREATE INDEX "item_code" ON "item" ("code");
