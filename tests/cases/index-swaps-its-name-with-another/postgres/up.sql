-- change index item_a on item
-- change index item_b on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_a is built and while index item_b is built

DROP INDEX "item_a";

DROP INDEX "item_b";

CREATE INDEX "item_a" ON "item" ("size");

CREATE INDEX "item_b" ON "item" ("name");
