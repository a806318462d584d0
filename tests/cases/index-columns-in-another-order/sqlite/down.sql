-- change index item_name on item

DROP INDEX "item_name";

CREATE INDEX item_name ON item (size, name);
