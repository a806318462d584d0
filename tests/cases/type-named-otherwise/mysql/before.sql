CREATE TABLE reading (
    id int PRIMARY KEY,
    a integer,
    b bool,
    c dec(5,1),
    d character varying(5),
    e double precision,
    f numeric(5, 1),
    g int2
);
