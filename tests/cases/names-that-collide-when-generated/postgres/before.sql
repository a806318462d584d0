CREATE TABLE a_b (id integer PRIMARY KEY, c integer);
CREATE TABLE a (id integer PRIMARY KEY, b_c integer);
CREATE TABLE p (id integer PRIMARY KEY);
