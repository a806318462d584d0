CREATE TABLE author (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE book (id integer PRIMARY KEY, author_id integer);
