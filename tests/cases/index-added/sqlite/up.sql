-- create index item_name on item

CREATE INDEX item_name ON item (name);
