CREATE TABLE price (id integer PRIMARY KEY, amount bigint, note varchar(20)) WITH SYSTEM VERSIONING;
