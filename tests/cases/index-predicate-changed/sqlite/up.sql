-- change index item_name on item

DROP INDEX "item_name";

CREATE UNIQUE INDEX item_name ON item (name) WHERE gone = 0 AND name IN ('pen', 'cap');
