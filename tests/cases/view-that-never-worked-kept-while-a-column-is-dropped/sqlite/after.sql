CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));
CREATE VIEW lost AS SELECT a FROM a_table_that_is_gone;
