CREATE TABLE person (
    id integer PRIMARY KEY,
    feels enum('awful', 'sad', 'so-so', 'ok', 'over the ''moon''', 'a,b') NOT NULL DEFAULT 'ok'
);
