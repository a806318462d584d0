CREATE TABLE person (
    id integer PRIMARY KEY,
    feels set('sad', 'ok') NOT NULL DEFAULT 'ok'
);
