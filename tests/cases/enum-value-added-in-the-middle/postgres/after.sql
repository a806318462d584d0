CREATE TYPE mood AS ENUM ('sad', 'so-so', 'ok');
CREATE TABLE person (
    id integer PRIMARY KEY,
    feels mood NOT NULL DEFAULT 'ok',
    felt mood[]
);
