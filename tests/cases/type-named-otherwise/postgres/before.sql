CREATE TABLE reading (
    id int PRIMARY KEY,
    a int8,
    b bool,
    c timestamptz,
    d varchar(5),
    e float8,
    f decimal(5,1)
);
