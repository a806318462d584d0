CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    code varchar(9) CHARACTER SET ascii
) CHARACTER SET latin1;
