CREATE TABLE reading (id integer PRIMARY KEY, value integer DEFAULT 1 NOT NULL);
