CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE part (item_id integer REFERENCES item (id) ON DELETE CASCADE);
