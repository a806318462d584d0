CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE VIEW cheap AS SELECT id, price FROM item WHERE price < 10;
CREATE ALGORITHM = TEMPTABLE VIEW counted AS SELECT count(*) AS n FROM item;
