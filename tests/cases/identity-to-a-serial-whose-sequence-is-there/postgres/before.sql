CREATE SEQUENCE item_id_seq;
CREATE TABLE item (id integer GENERATED ALWAYS AS IDENTITY, name text);
