-- change view v: definition
--
-- Dangers:
-- drops-object: view v gets other columns: a query that reads the old ones breaks

DROP VIEW "w";

DROP VIEW "v";

CREATE VIEW "v" AS
 SELECT id
   FROM t;

CREATE VIEW "w" AS
 SELECT id
   FROM v;
