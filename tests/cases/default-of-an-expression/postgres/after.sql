CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark text DEFAULT upper(left('abc', 2)) || (1 + 2)
);
