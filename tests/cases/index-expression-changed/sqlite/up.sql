-- change index item_lower on item

DROP INDEX "item_lower";

CREATE UNIQUE INDEX item_lower ON item (upper(name));
