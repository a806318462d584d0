CREATE TABLE reading (
    id int(11) PRIMARY KEY,
    a int,
    b tinyint(1),
    c decimal(5, 1),
    d varchar(5),
    e double,
    f decimal(5, 1),
    g smallint
);
