-- change column item.code: collation
-- create index item_code on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_code is built

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20) COLLATE "C";

CREATE INDEX "item_code" ON "item" ("code");
