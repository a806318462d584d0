CREATE TABLE a (id integer PRIMARY KEY, n integer CONSTRAINT positive CHECK (n > 1));
CREATE TABLE b (id integer PRIMARY KEY, n integer CONSTRAINT positive CHECK (n > 0));
