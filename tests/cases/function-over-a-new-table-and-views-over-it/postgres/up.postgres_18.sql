-- create table n
-- create view v
-- create view w
-- create view x
-- create function f()
-- create function g(v)

SET LOCAL check_function_bodies = off;

CREATE TABLE "n" (
    "id" integer
);

CREATE FUNCTION public.f()
 RETURNS SETOF n
 LANGUAGE sql
AS $function$select * from n$function$;

CREATE VIEW "v" AS
 SELECT id
   FROM f() f(id);

CREATE VIEW "w" AS
 SELECT id
   FROM v;

CREATE FUNCTION public.g(v)
 RETURNS integer
 LANGUAGE sql
AS $function$select $1.id$function$;

CREATE VIEW "x" AS
 SELECT g(v.*) AS y
   FROM v;
