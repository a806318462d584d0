CREATE TYPE mood AS ENUM ('awful', 'sad', 'so-so', 'fine', 'ok', 'glad', 'over the ''moon''');
CREATE TABLE person (
    id integer PRIMARY KEY,
    feels mood NOT NULL DEFAULT 'ok',
    felt mood[]
);
