CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE VIEW cheap AS SELECT id, name, price FROM item WHERE price < 10;
CREATE VIEW a_sum AS SELECT sum(c.price) AS total, max(i.price) AS highest FROM cheap c JOIN item i ON i.id = c.id;
CREATE VIEW b_sum (a, b) AS SELECT total, highest FROM a_sum;
