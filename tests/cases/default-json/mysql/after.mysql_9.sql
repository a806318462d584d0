CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark json NOT NULL DEFAULT ('{"a": [1, "it''s"]}')
);
