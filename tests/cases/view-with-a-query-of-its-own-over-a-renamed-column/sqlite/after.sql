CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), cost integer);
CREATE VIEW cheap AS
WITH few (id) AS (SELECT id FROM item WHERE cost < 10), some AS (SELECT cost FROM item)
SELECT few.id, max(some.cost) AS most FROM few, some GROUP BY few.id;
