CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    changed datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)
);
