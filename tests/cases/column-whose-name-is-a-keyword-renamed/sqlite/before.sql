CREATE TABLE item (
    id integer PRIMARY KEY,
    "and" integer,
    size integer,
    CONSTRAINT sizes CHECK ("and" > 0 AND size > 0)
);
