CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE FUNCTION twice(n integer, by_what integer) RETURNS bigint DETERMINISTIC NO SQL SQL SECURITY INVOKER COMMENT 'it''s ü' RETURN n * base() * by_what;
CREATE FUNCTION base() RETURNS integer NO SQL RETURN 2;
CREATE VIEW doubled AS SELECT twice(price, 1) AS price, base() AS one FROM item;
