CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) COMMENT 'old',
    mark text COMMENT 'gone',
    size text
);
