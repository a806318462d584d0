CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE past (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE VIEW ranked AS WITH item AS (SELECT price AS p, row_number() OVER (ORDER BY price) AS n FROM past)
    SELECT x.p, x.n, (SELECT max(x.price) FROM past x WHERE x.id > 0) AS high FROM item x;
