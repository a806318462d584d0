CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
CREATE TABLE person (id integer PRIMARY KEY, feels mood CHECK (feels <> 'glad'));
CREATE INDEX person_glad ON person (id) WHERE feels = 'glad';
