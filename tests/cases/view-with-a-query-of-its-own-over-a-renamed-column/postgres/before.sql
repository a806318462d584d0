CREATE TABLE item (id integer PRIMARY KEY, title text);
CREATE VIEW long AS WITH part AS (SELECT id, title FROM item) SELECT id, title AS name FROM part;
CREATE VIEW both_ways AS SELECT title AS name FROM item UNION SELECT 'none';
