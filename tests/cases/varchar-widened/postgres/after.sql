CREATE TABLE reading (id integer PRIMARY KEY, value varchar(200));
