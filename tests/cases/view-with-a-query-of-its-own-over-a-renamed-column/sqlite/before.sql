CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), price integer);
CREATE VIEW cheap AS
WITH few (id) AS (SELECT id FROM item WHERE price < 10), some AS (SELECT price FROM item)
SELECT few.id, max(some.price) AS most FROM few, some GROUP BY few.id;
