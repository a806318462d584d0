CREATE TABLE item (id integer PRIMARY KEY, code integer NOT NULL CONSTRAINT item_code UNIQUE, size integer);
CREATE INDEX item_size ON item (size);
ALTER TABLE item REPLICA IDENTITY USING INDEX item_code, CLUSTER ON item_size;
CREATE TABLE log (id integer PRIMARY KEY WITH (fillfactor = 70));
ALTER TABLE log REPLICA IDENTITY FULL, CLUSTER ON log_pkey;
CREATE TABLE note (id integer PRIMARY KEY, code integer NOT NULL CONSTRAINT note_code UNIQUE);
ALTER TABLE note REPLICA IDENTITY USING INDEX note_code;
