CREATE TABLE item (
    id int NOT NULL PRIMARY KEY,
    price int NOT NULL,
    twice int
);
