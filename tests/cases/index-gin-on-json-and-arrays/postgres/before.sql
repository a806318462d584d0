CREATE TABLE doc (id integer PRIMARY KEY, body jsonb, tags text[]);
