CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE FUNCTION twice(n integer) RETURNS integer DETERMINISTIC NO SQL RETURN n * 2;
CREATE FUNCTION old_one() RETURNS integer NO SQL RETURN 1;
CREATE VIEW doubled AS SELECT twice(price) AS price, old_one() AS one FROM item;
