-- change index item_lower on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_lower is built

DROP INDEX "item_lower";

CREATE UNIQUE INDEX "item_lower" ON "item" ((upper((name)::text)));
