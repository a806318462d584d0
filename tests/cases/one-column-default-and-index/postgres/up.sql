-- change column item.code: default
-- create index item_code on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_code is built

ALTER TABLE "item" ALTER COLUMN "code" SET DEFAULT ('20'::character varying);

CREATE INDEX "item_code" ON "item" ("code");
