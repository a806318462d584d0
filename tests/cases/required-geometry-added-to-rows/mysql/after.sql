CREATE TABLE place (id int PRIMARY KEY, at point NOT NULL DEFAULT (point(1, 2)) SRID 0, SPATIAL KEY by_place (at));
