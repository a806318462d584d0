CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW cheap (number, amount) AS SELECT id, price FROM item WHERE price < 10 WITH LOCAL CHECK OPTION;
CREATE VIEW counted AS SELECT count(*) AS n FROM item;
CREATE VIEW text AS SELECT 'a\\b''c"d' AS t, _utf8mb4'ü😀' AS u;
