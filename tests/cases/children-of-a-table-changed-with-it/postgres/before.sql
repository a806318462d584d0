CREATE TABLE place (id integer NOT NULL, name text, CONSTRAINT named CHECK (name <> ''));
CREATE TABLE city (people integer) INHERITS (place);
CREATE TABLE capital (country text) INHERITS (city);
CREATE INDEX capital_name ON capital (upper(name));
