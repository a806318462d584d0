-- create view v
-- create function ag(integer)
-- create function sf(integer, integer)

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.sf(integer, integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select $1+$2$function$;

CREATE AGGREGATE public.ag(integer) (SFUNC = sf, STYPE = integer, INITCOND = '0');

CREATE VIEW "v" AS
 SELECT ag(x) AS ag
   FROM generate_series(1, 2) x(x);
