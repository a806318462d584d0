CREATE TABLE item (id integer PRIMARY KEY, price varchar(20) NOT NULL);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
