CREATE TABLE person (id integer PRIMARY KEY, name varchar(40));
CREATE VIEW guest AS SELECT id, name FROM person WHERE id > 100;
