CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark varchar(10) DEFAULT '007'
);
