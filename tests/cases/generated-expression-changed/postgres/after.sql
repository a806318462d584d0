CREATE TABLE box (
    id integer PRIMARY KEY,
    width integer NOT NULL,
    height integer NOT NULL,
    area integer GENERATED ALWAYS AS (width * height + 1) STORED
);
CREATE INDEX box_area ON box (area);
