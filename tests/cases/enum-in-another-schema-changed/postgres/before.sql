CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok', 'glad');
CREATE TABLE app.person (id integer PRIMARY KEY, feels app.mood DEFAULT 'ok');
CREATE TABLE dog (id integer PRIMARY KEY, feels app.mood);
