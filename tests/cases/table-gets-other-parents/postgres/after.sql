CREATE TABLE place (id integer, name text, people integer);
CREATE TABLE thing (id integer, weight integer);
CREATE TABLE city () INHERITS (place);
CREATE TABLE house (id integer, name text, rooms integer, weight integer, people integer);
ALTER TABLE house INHERIT thing; ALTER TABLE house INHERIT place;
