CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), mark text, size text);
COMMENT ON COLUMN item.name IS 'old';
COMMENT ON COLUMN item.mark IS 'gone';
