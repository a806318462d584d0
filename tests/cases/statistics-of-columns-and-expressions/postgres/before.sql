CREATE TABLE item (id integer PRIMARY KEY, name text, size integer);
ALTER TABLE item ALTER COLUMN size SET STATISTICS 50, ALTER COLUMN size SET (n_distinct = 10);
CREATE INDEX item_lower ON item (lower(name));
