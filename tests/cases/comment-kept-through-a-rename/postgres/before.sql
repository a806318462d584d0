CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));
COMMENT ON COLUMN item.name IS 'short';
