-- change view v: definition
-- change function f(): definition
--
-- Dangers:
-- drops-object: function f() gets other arguments or another result: a call that relies on the old ones breaks

DROP VIEW "v";

DROP FUNCTION "f"();

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f()
 RETURNS TABLE(a integer, b integer)
 LANGUAGE sql
AS $function$select 1,2$function$;

CREATE VIEW "v" AS
 SELECT a,
    b
   FROM f() f(a, b);
