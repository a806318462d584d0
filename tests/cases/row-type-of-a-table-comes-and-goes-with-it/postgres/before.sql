CREATE TABLE point3 (x integer, y integer);
CREATE TABLE line (id integer PRIMARY KEY, begins point3, ends point3);
