CREATE TABLE item (id integer PRIMARY KEY, code integer NOT NULL CONSTRAINT item_code UNIQUE, size integer);
CREATE INDEX item_size ON item (size);
ALTER TABLE item REPLICA IDENTITY NOTHING, CLUSTER ON item_pkey;
CREATE TABLE log (id integer PRIMARY KEY WITH (deduplicate_items = off));
CREATE TABLE note (id integer PRIMARY KEY, code integer NOT NULL);
CREATE TABLE page (id integer PRIMARY KEY);
ALTER TABLE page REPLICA IDENTITY FULL;
