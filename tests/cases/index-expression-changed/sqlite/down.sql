-- change index item_lower on item
--
-- Dangers:
-- unique-on-rows: unique index item_lower on item: a row that breaks it stops the migration

DROP INDEX "item_lower";

CREATE UNIQUE INDEX item_lower ON item (lower(name));
