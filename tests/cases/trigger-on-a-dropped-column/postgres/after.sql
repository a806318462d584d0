CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), size integer);
