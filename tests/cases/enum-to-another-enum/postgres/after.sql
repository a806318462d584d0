CREATE TYPE state AS ENUM ('ok', 'sad', 'gone');
CREATE TABLE person (id integer PRIMARY KEY, feels state);
