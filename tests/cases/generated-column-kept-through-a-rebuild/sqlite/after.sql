CREATE TABLE box (
    id integer PRIMARY KEY,
    width integer NOT NULL,
    height integer,
    area integer GENERATED ALWAYS AS (width * height) STORED,
    "half, (area)" integer AS (area / 2)
);
