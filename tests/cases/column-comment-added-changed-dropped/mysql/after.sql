CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) COMMENT 'it''s \\ 100%
"new" ünï',
    mark text,
    size text COMMENT 'added'
);
