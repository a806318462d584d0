CREATE TABLE item (id integer, code text NOT NULL NO INHERIT);
ALTER TABLE item ADD CONSTRAINT item_has_id NOT NULL id NOT VALID;
