CREATE TABLE item (
    id int PRIMARY KEY,
    price int,
    gross int AS (price + 1),
    KEY by_double ((gross * 2))
);
