-- change column t.a: default
-- create function f()

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT f();
