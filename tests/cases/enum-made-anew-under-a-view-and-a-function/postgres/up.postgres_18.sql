-- change enum m
-- change view v: definition

DROP VIEW "v";

DROP FUNCTION "f"(m);

ALTER TYPE "m" RENAME TO "m__old";

CREATE TYPE "m" AS ENUM ('b', 'c');

SET LOCAL check_function_bodies = off;

ALTER TABLE "t" ALTER COLUMN "x" TYPE m USING "x"::text::m;

CREATE VIEW "v" AS
 SELECT x
   FROM t
  WHERE (x = 'b'::m);

CREATE FUNCTION public.f(m)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

DROP TYPE "m__old";
