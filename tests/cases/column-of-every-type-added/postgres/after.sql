CREATE TABLE thing (
    id integer PRIMARY KEY,
    a smallint,
    b numeric(10, 3),
    c double precision,
    d boolean,
    e character(4),
    f varchar(30),
    g bytea,
    h timestamptz(3),
    i interval day to second(2),
    j uuid,
    k jsonb,
    l inet,
    m bit varying(8),
    n tsvector,
    o tstzrange,
    p integer[],
    q varchar(9)[]
);
CREATE TABLE part (thing_id integer REFERENCES thing (id) ON DELETE CASCADE);
