CREATE TABLE item (id integer PRIMARY KEY, name text, size bigint, color text);
ALTER TABLE item ALTER COLUMN name SET STATISTICS 500, ALTER COLUMN name SET (n_distinct = -0.5, n_distinct_inherited = 7);
ALTER TABLE item ALTER COLUMN color SET STATISTICS 0;
CREATE INDEX item_lower ON item (lower(name));
ALTER INDEX item_lower ALTER COLUMN 1 SET STATISTICS 200;
