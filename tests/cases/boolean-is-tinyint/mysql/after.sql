CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    done tinyint(1) NOT NULL DEFAULT 0
);
