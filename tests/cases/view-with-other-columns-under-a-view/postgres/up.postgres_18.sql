-- change view v: definition

DROP VIEW "w";

DROP VIEW "v";

CREATE VIEW "v" AS
 SELECT b,
    id
   FROM t;

CREATE VIEW "w" AS
 SELECT id
   FROM v;
