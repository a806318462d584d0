CREATE TABLE item (id integer, name text, CONSTRAINT item_pkey PRIMARY KEY (id));
CREATE TABLE part (item_id integer REFERENCES item (id) ON DELETE CASCADE);
