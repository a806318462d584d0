CREATE TABLE thing (id integer CONSTRAINT item_id_not_null NOT NULL PRIMARY KEY, name text CONSTRAINT item_name_not_null NOT NULL);
CREATE TABLE item (id integer NOT NULL, name text NOT NULL);
