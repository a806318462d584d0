CREATE SCHEMA extensions;
CREATE EXTENSION citext SCHEMA extensions;
CREATE TABLE person (id integer PRIMARY KEY, email extensions.citext UNIQUE);
