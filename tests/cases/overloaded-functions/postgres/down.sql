-- change function f(integer): definition
-- create function f(text)
-- drop function f(text, integer)
--
-- Dangers:
-- drops-object: function f(text, integer) goes and function f(text) comes: a call with the old arguments breaks

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 2$function$;

CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

DROP FUNCTION "f"(text, integer);
