-- create index i on t
-- create function f(integer)
--
-- Dangers:
-- blocks-writes: table t is locked (SHARE) while index i is built

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1$function$;

CREATE INDEX "i" ON "t" ((f(a)));
