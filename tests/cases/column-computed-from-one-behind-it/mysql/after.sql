CREATE TABLE item (
    id int PRIMARY KEY,
    first_one int AS (id + 1) STORED,
    plain int DEFAULT (id * 3),
    middle int AS (first_one + 1) STORED,
    last_one int AS (middle + first_one) STORED,
    other int DEFAULT (plain + 1)
);
