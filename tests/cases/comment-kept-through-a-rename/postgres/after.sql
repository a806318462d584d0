CREATE TABLE item (id integer PRIMARY KEY, title varchar(40));
COMMENT ON COLUMN item.title IS 'short';
