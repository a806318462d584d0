CREATE EXTENSION citext;
CREATE TABLE item (id integer PRIMARY KEY, name citext);
