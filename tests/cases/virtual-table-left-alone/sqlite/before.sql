CREATE VIRTUAL TABLE search USING fts5(body);
CREATE TABLE item (id integer PRIMARY KEY, name text);
