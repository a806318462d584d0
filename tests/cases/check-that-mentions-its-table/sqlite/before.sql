CREATE TABLE item (id integer PRIMARY KEY, size integer, CHECK (item.size > 0));
