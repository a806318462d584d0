CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE person (
    id integer PRIMARY KEY,
    feels mood NOT NULL DEFAULT 'ok',
    felt mood[],
    CONSTRAINT person_ok CHECK (feels <> 'sad' OR id > 1),
    UNIQUE (feels, id)
);
