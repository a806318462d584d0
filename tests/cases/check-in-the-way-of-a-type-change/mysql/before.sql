CREATE TABLE reading (
    id integer PRIMARY KEY,
    value varchar(20) NOT NULL,
    CONSTRAINT reading_value CHECK (value <> '')
);
