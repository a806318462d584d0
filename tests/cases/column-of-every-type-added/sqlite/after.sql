CREATE TABLE thing (
    id integer PRIMARY KEY,
    a INT,
    b BIGINT,
    c REAL,
    d DECIMAL(10, 5),
    e BOOLEAN,
    f VARCHAR(255),
    g TEXT,
    h BLOB,
    i DATETIME,
    j JSON
);
CREATE TABLE part (thing_id integer REFERENCES thing (id) ON DELETE CASCADE);
