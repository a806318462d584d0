CREATE TABLE place (id integer PRIMARY KEY, spot point NOT NULL);
