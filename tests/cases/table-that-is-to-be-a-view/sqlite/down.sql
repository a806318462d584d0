-- create table guest
-- drop view guest
--
-- Dangers:
-- drops-object: view guest goes: what still uses it breaks

DROP VIEW "guest";

CREATE TABLE guest (id integer PRIMARY KEY, name varchar(40));
