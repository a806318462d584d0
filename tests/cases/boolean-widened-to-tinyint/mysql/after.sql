CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    done tinyint NOT NULL DEFAULT 0
);
