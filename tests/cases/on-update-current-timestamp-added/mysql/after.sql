CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    changed datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
);
