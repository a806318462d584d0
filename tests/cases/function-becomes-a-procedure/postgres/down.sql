-- create function f()
-- drop procedure f()

DROP PROCEDURE "f"();

CREATE FUNCTION public.f()
 RETURNS void
 LANGUAGE plpgsql
AS $function$begin end$function$;
