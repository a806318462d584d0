CREATE TABLE item (
    id int PRIMARY KEY,
    net int,
    gross int AS (net + 1),
    KEY by_double ((gross * 2))
);
