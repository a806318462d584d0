-- add column t.c
-- create view v
-- create view w
-- create function f(t)

SET LOCAL check_function_bodies = off;

ALTER TABLE "t" ADD COLUMN "c" integer;

CREATE VIEW "v" AS
 SELECT c
   FROM t;

CREATE FUNCTION public.f(t)
 RETURNS integer
 LANGUAGE sql
AS $function$select $1.c$function$;

CREATE VIEW "w" AS
 SELECT f(t.*) AS f
   FROM t;
