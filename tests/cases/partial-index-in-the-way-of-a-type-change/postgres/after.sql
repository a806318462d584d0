CREATE TABLE reading (id integer PRIMARY KEY, value integer NOT NULL);
CREATE INDEX reading_set ON reading (id) WHERE value <> 0;
