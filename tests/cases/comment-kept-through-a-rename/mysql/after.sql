CREATE TABLE item (id integer PRIMARY KEY, title varchar(40) COMMENT 'short');
