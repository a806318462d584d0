CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark uuid NOT NULL DEFAULT gen_random_uuid()
);
