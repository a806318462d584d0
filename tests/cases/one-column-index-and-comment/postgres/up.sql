-- change column item.code: comment
-- create index item_code on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_code is built

CREATE INDEX "item_code" ON "item" ("code");

COMMENT ON COLUMN "item"."code" IS 'as scanned';
