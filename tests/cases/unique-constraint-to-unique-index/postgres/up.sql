-- drop unique item_name on item
-- create index item_name on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_name is built

ALTER TABLE "item" DROP CONSTRAINT "item_name";

CREATE UNIQUE INDEX "item_name" ON "item" ("name");
