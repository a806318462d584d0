CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE person (id integer PRIMARY KEY, feels mood);
CREATE VIEW sad AS SELECT id FROM person WHERE feels = 'sad';
