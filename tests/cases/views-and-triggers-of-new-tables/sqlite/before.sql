CREATE TABLE marker (id integer PRIMARY KEY);
