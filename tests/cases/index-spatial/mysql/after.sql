CREATE TABLE place (id integer PRIMARY KEY, spot point NOT NULL);
CREATE SPATIAL INDEX place_spot ON place (spot);
