-- change index item_a on item
-- change index item_b on item

DROP INDEX "item_a";

DROP INDEX "item_b";

CREATE INDEX item_a ON item (name);

CREATE INDEX item_b ON item (size);
