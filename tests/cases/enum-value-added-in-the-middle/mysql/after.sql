CREATE TABLE person (
    id integer PRIMARY KEY,
    feels enum('sad', 'so-so', 'ok') NOT NULL DEFAULT 'ok'
);
