-- change view v: definition, comment

DROP VIEW "v";

CREATE VIEW "v" AS
 SELECT id,
    a
   FROM t;
