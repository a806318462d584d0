CREATE TABLE item (id serial, name text);
