CREATE TABLE page (id integer PRIMARY KEY, text text) WITH (toast.autovacuum_enabled = off);
