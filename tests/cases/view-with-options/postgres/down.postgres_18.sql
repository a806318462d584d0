-- change view v: definition

CREATE OR REPLACE VIEW "v" AS
 SELECT id
   FROM t;
