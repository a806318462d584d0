CREATE TABLE box (
    id integer PRIMARY KEY,
    width bigint NOT NULL,
    height integer NOT NULL,
    area bigint GENERATED ALWAYS AS (width * height) STORED
);
