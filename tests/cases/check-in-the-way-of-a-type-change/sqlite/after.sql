CREATE TABLE reading (
    id integer PRIMARY KEY,
    value integer NOT NULL,
    CONSTRAINT reading_value CHECK (value <> 0)
);
