-- create index item_lower on item

CREATE INDEX item_lower ON item (lower(name), (size + 1));
