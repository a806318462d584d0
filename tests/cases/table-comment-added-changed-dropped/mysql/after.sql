CREATE TABLE a (id integer PRIMARY KEY) COMMENT = 'it''s new';
CREATE TABLE b (id integer PRIMARY KEY);
CREATE TABLE c (id integer PRIMARY KEY) COMMENT = 'added';
