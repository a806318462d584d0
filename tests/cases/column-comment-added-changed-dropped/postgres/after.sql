CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), mark text, size text);
COMMENT ON COLUMN item.name IS 'it''s \ 100%
"new" ünï';
COMMENT ON COLUMN item.size IS 'added';
