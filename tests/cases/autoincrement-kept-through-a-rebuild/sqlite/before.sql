CREATE TABLE item (id integer PRIMARY KEY AUTOINCREMENT, name text);
