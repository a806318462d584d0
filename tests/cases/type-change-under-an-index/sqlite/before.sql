CREATE TABLE reading (
    id integer PRIMARY KEY,
    value varchar(20) NOT NULL,
    place varchar(20)
);
CREATE INDEX reading_value ON reading (value, place);
CREATE UNIQUE INDEX reading_once ON reading (value);
