-- change column t.id: type
--
-- Dangers:
-- rewrites-table: every row of table t is written again, 2 rows now
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while the type of id changes

DROP MATERIALIZED VIEW "m";

DROP FUNCTION "f"();

DROP VIEW "v";

SET LOCAL check_function_bodies = off;

ALTER TABLE "t" ALTER COLUMN "id" TYPE bigint;

CREATE VIEW "v" AS
 SELECT id
   FROM t;

CREATE FUNCTION public.f()
 RETURNS SETOF v
 LANGUAGE sql
AS $function$select * from public.v$function$;

CREATE MATERIALIZED VIEW "m" AS
 SELECT id
   FROM f() f(id);
