CREATE TABLE place (id int PRIMARY KEY, at point NOT NULL SRID 4326, SPATIAL KEY by_place (at));
