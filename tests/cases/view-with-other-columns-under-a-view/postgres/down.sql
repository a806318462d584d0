-- change view v: definition

DROP VIEW "w";

DROP VIEW "v";

CREATE VIEW "v" AS
 SELECT t.id
   FROM t;

CREATE VIEW "w" AS
 SELECT v.id
   FROM v;
