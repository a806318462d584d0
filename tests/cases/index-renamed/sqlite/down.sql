-- rename index item_by_name to item_name on item

DROP INDEX "item_by_name";

CREATE INDEX item_name ON item (name);
