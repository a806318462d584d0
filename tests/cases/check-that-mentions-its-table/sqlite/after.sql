CREATE TABLE thing (
    id integer PRIMARY KEY,
    size integer NOT NULL,
    CHECK (thing.size > 0)
);
