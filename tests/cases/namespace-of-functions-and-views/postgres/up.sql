-- create schema s
-- create view s.v
-- create function s.f()

CREATE SCHEMA "s";

SET LOCAL check_function_bodies = off;

CREATE FUNCTION s.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

CREATE VIEW "s"."v" AS
 SELECT s.f() AS x;
