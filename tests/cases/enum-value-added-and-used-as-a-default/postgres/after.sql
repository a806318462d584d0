CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
CREATE TABLE person (id integer PRIMARY KEY, feels mood DEFAULT 'glad');
