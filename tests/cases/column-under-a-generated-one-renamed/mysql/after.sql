CREATE TABLE box (
    id integer PRIMARY KEY,
    breadth integer NOT NULL,
    height integer NOT NULL,
    area integer GENERATED ALWAYS AS (breadth * height) STORED
);
