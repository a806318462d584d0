CREATE TABLE reading (
    id integer PRIMARY KEY,
    a bigint,
    b boolean,
    c timestamp with time zone,
    d character varying(5),
    e double precision,
    f numeric(5, 1)
);
