-- change view v: definition
-- change view w: definition

CREATE OR REPLACE VIEW "v" AS
 SELECT t.id
   FROM t;

CREATE OR REPLACE VIEW "w" AS
 SELECT v.id
   FROM v;
