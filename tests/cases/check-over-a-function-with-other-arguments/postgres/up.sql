-- change function f(integer): definition
--
-- Dangers:
-- drops-object: function f(integer) gets other arguments or another result: a call that relies on the old ones breaks

ALTER TABLE "t" DROP CONSTRAINT "t_a_check";

DROP FUNCTION "f"(integer);

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(x integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select x>1$function$;

ALTER TABLE "t" ADD CONSTRAINT "t_a_check" CHECK (f(a));
