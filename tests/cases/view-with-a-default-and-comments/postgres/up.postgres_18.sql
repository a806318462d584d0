-- change view v: definition, comment

CREATE OR REPLACE VIEW "v" AS
 SELECT id,
    a
   FROM t;

ALTER VIEW "v" ALTER COLUMN "a" SET DEFAULT 5;

COMMENT ON COLUMN "v"."a" IS 'hm';

COMMENT ON VIEW "v" IS 'v';
