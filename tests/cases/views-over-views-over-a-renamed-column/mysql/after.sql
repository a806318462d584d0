CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    cost integer,
    size integer
);
CREATE TABLE history (id integer AUTO_INCREMENT PRIMARY KEY, item_id integer, price integer);
CREATE VIEW cheap AS SELECT id, name, cost FROM item WHERE cost < 10;
CREATE VIEW a_sum AS SELECT sum(c.cost) AS total, max(i.cost) AS highest FROM cheap c JOIN item i ON i.id = c.id;
CREATE VIEW b_sum (a, b) AS SELECT highest, total FROM a_sum;
