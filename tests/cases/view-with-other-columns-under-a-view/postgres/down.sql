-- change view v: definition
--
-- Dangers:
-- drops-object: view v gets other columns: a query that reads the old ones breaks

DROP VIEW "w";

DROP VIEW "v";

CREATE VIEW "v" AS
 SELECT t.id
   FROM t;

CREATE VIEW "w" AS
 SELECT v.id
   FROM v;
