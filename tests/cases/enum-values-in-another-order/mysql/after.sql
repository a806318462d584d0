CREATE TABLE person (
    id integer PRIMARY KEY,
    feels enum('ok', 'sad') NOT NULL DEFAULT 'ok'
);
