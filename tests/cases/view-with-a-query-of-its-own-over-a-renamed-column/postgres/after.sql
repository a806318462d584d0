CREATE TABLE item (id integer PRIMARY KEY, label text);
CREATE VIEW long AS WITH part AS (SELECT id, label FROM item) SELECT id, label AS name FROM part;
CREATE VIEW both_ways AS SELECT label AS name FROM item UNION SELECT 'none';
