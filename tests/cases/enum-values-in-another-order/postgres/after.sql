CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE person (
    id integer PRIMARY KEY,
    feels mood NOT NULL DEFAULT 'ok',
    felt mood[]
);
