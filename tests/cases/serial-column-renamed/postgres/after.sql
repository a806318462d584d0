CREATE TABLE item (number serial PRIMARY KEY, name text);
