-- change function f(integer): definition
-- create function f(text, integer)
-- drop function f(text)
--
-- Dangers:
-- drops-object: function f(text) goes and function f(text, integer) comes: a call with the old arguments breaks

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(text, integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 2$function$;

CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 3$function$;

DROP FUNCTION "f"(text);
