-- create index item_lower on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_lower is built

CREATE INDEX "item_lower" ON "item" ((lower((name)::text)), (size + 1));
