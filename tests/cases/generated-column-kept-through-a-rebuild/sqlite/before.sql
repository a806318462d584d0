CREATE TABLE box (
    id integer PRIMARY KEY,
    width integer,
    height integer,
    area integer GENERATED ALWAYS AS (width * height) STORED,
    "half, (area)" integer AS (area / 2)
);
