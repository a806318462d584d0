-- change enum m
-- change view v: definition
--
-- Dangers:
-- narrows-type: a row that holds 'c' of enum m stops the migration

DROP VIEW "v";

DROP FUNCTION "f"(m);

ALTER TYPE "m" RENAME TO "m__old";

CREATE TYPE "m" AS ENUM ('a', 'b');

SET LOCAL check_function_bodies = off;

ALTER TABLE "t" ALTER COLUMN "x" TYPE m USING "x"::text::m;

CREATE VIEW "v" AS
 SELECT x
   FROM t
  WHERE (x = 'a'::m);

CREATE FUNCTION public.f(m)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

DROP TYPE "m__old";
