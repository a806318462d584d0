-- change index item_name on item

DROP INDEX "item_name";

CREATE UNIQUE INDEX item_name ON item (name);
