CREATE TABLE item (
    id int PRIMARY KEY,
    last_one int,
    first_one int AS (id + 1) STORED,
    other int DEFAULT 5,
    plain int
);
