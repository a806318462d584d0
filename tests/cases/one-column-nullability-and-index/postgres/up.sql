-- change column item.code: set not null
-- create index item_code on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's code is looked at for NULL

ALTER TABLE "item" ALTER COLUMN "code" SET NOT NULL;

CREATE INDEX "item_code" ON "item" ("code");
