-- change view v: definition, comment

DROP VIEW "v";

CREATE VIEW "v" AS
 SELECT t.id,
    t.a
   FROM t;
