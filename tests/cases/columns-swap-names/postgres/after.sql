CREATE TABLE span (id integer PRIMARY KEY, high integer NOT NULL, low bigint);
