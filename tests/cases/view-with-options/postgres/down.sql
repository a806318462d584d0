-- change view v: definition

CREATE OR REPLACE VIEW "v" AS
 SELECT t.id
   FROM t;
