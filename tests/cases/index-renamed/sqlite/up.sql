-- rename index item_name to item_by_name on item

DROP INDEX "item_name";

CREATE INDEX item_by_name ON item (name);
