CREATE TABLE person (
    id integer PRIMARY KEY,
    feels enum('awful', 'sad', 'ok') NOT NULL DEFAULT 'ok'
);
