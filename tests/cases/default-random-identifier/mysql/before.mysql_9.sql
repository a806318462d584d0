CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark char(36) NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
);
