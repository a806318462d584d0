CREATE TABLE item (id integer PRIMARY KEY, cents integer NOT NULL);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
