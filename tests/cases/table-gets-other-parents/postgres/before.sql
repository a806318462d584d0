CREATE TABLE place (id integer, name text);
CREATE TABLE thing (id integer, weight integer);
CREATE TABLE city (people integer) INHERITS (place);
CREATE TABLE house (id integer, name text, rooms integer);
