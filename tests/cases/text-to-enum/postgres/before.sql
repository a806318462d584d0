CREATE TABLE person (id integer PRIMARY KEY, feels text NOT NULL DEFAULT 'ok');
