CREATE TABLE reading (id integer PRIMARY KEY, value varchar(20) NOT NULL);
CREATE INDEX reading_set ON reading (id) WHERE value <> '';
