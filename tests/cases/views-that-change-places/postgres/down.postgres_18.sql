-- change view v: definition
-- change view w: definition

CREATE OR REPLACE VIEW "v" AS
 SELECT id
   FROM t;

CREATE OR REPLACE VIEW "w" AS
 SELECT id
   FROM v;
