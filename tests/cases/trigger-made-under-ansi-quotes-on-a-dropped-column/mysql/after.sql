CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), size integer);
CREATE TABLE history (item_id integer, price integer);
