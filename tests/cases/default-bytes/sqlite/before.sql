CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark blob NOT NULL DEFAULT x''
);
