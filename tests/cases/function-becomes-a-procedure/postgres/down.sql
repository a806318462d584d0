-- create function f()
-- drop procedure f()
--
-- Dangers:
-- drops-object: procedure f() goes: what still uses it breaks

DROP PROCEDURE "f"();

CREATE FUNCTION public.f()
 RETURNS void
 LANGUAGE plpgsql
AS $function$begin end$function$;
