CREATE TABLE item (id integer PRIMARY KEY, code integer NOT NULL, name varchar(40));
CREATE TABLE part (id integer PRIMARY KEY, item_code integer NOT NULL);
