CREATE TABLE point3 (x bigint, y integer);
CREATE TABLE line (id integer PRIMARY KEY, begins point3);
