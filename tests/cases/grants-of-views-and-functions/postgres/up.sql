-- create view v
-- create function f()
--
-- Dangers:
-- opens-rows: view v is open to pg_monitor for SELECT

SET LOCAL check_function_bodies = off;

CREATE VIEW "v" AS
 SELECT 1 AS x;

GRANT SELECT ON TABLE "v" TO "pg_monitor";

CREATE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

REVOKE EXECUTE ON FUNCTION "f"() FROM PUBLIC;
