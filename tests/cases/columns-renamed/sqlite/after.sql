CREATE TABLE item (
    id integer PRIMARY KEY,
    title varchar(40) NOT NULL,
    shade varchar(10)
);
