CREATE TABLE reading (id integer PRIMARY KEY, a varchar(5), b boolean);
