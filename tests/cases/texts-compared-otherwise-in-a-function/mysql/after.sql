CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
SET NAMES utf8mb4 COLLATE utf8mb4_bin;
CREATE FUNCTION same() RETURNS integer DETERMINISTIC NO SQL RETURN 'a' = 'A';
SET NAMES utf8mb4;
