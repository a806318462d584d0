CREATE TABLE person (
    id integer PRIMARY KEY,
    feels enum('sad', 'ok') NOT NULL DEFAULT 'ok'
);
