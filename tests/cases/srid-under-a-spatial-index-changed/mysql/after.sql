CREATE TABLE place (id int PRIMARY KEY, at point NOT NULL SRID 0, note text, SPATIAL KEY by_place (at));
