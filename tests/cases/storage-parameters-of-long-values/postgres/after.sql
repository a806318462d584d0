CREATE TABLE page (id integer PRIMARY KEY, text text) WITH (toast.autovacuum_vacuum_threshold = 100);
CREATE TABLE image (id integer PRIMARY KEY, bytes bytea) WITH (fillfactor = 90, toast.autovacuum_enabled = off);
