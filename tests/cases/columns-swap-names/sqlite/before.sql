CREATE TABLE span (id integer PRIMARY KEY, low integer NOT NULL, high bigint);
