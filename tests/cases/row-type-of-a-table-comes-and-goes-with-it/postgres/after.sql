CREATE TABLE line (id integer PRIMARY KEY);
CREATE TABLE zone (x integer);
CREATE TABLE area (id integer PRIMARY KEY, zones zone[]);
