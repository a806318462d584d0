CREATE TABLE person (
    id integer PRIMARY KEY,
    feels varchar(20) NOT NULL DEFAULT 'ok'
);
