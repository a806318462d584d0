CREATE TABLE old_item (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE item (code integer PRIMARY KEY);
CREATE TABLE part (item_id integer REFERENCES old_item (id) ON DELETE CASCADE);
