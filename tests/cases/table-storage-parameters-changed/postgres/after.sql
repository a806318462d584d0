CREATE TABLE item (
    id integer PRIMARY KEY,
    name text
) WITH (autovacuum_enabled = false, fillfactor = 90);
