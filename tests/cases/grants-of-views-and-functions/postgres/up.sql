-- create view v
-- create function f()

SET LOCAL check_function_bodies = off;

CREATE VIEW "v" AS
 SELECT 1 AS x;

GRANT SELECT ON TABLE "v" TO "pg_monitor";

CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

REVOKE EXECUTE ON FUNCTION "f"() FROM PUBLIC;
