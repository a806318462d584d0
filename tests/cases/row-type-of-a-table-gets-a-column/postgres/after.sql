CREATE TABLE point3 (x integer, y integer, z integer DEFAULT 0 NOT NULL);
CREATE TABLE line (id integer PRIMARY KEY, begins point3);
