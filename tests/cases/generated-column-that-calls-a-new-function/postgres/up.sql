-- add column t.c
-- create function f(integer)
--
-- Dangers:
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while every row gets its c

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1$function$;

ALTER TABLE "t" ADD COLUMN "c" integer GENERATED ALWAYS AS (f(a)) STORED;
