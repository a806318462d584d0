CREATE TABLE price (
    id integer PRIMARY KEY,
    amount integer NOT NULL,
    note varchar(20),
    old integer
) WITH SYSTEM VERSIONING;
