CREATE TABLE item (
    id integer PRIMARY KEY ON CONFLICT REPLACE,
    name text NOT NULL ON CONFLICT IGNORE,
    code text UNIQUE ON CONFLICT REPLACE,
    size integer
);
