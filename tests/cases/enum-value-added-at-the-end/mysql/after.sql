CREATE TABLE person (
    id integer PRIMARY KEY,
    feels enum('sad', 'ok', 'glad') NOT NULL DEFAULT 'ok'
);
