CREATE TABLE a (id integer PRIMARY KEY) COMMENT = 'old';
CREATE TABLE b (id integer PRIMARY KEY) COMMENT = 'gone';
CREATE TABLE c (id integer PRIMARY KEY);
