CREATE TABLE item (id integer CONSTRAINT item_has_id NOT NULL, code text NOT NULL, PRIMARY KEY (id, code));
