CREATE TABLE item (id integer NOT NULL, name varchar(40));
