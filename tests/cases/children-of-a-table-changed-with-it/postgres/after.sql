CREATE TABLE place (id bigint NOT NULL, title text DEFAULT 'x', more integer, CONSTRAINT named CHECK (title <> 'none'));
CREATE TABLE city (people bigint) INHERITS (place);
CREATE TABLE capital (country text) INHERITS (city);
ALTER TABLE capital ALTER COLUMN title SET DEFAULT 'y';
CREATE INDEX capital_name ON capital (upper(title));
