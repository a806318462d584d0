CREATE TABLE item (
    id integer PRIMARY KEY,
    "or" integer,
    size integer,
    note text,
    CONSTRAINT sizes CHECK ("or" > 0 AND size > 0)
);
