CREATE TABLE item (id integer PRIMARY KEY, name varchar(40)) ROW_FORMAT = COMPRESSED;
