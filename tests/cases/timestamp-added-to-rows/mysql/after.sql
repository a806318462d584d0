CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    seen timestamp NULL,
    made timestamp NOT NULL DEFAULT '2000-01-01 00:00:00',
    touched timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
);
