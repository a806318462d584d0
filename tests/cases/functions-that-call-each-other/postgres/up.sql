-- create table t
-- create function a()
-- create function z()

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.z()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

CREATE FUNCTION public.a()
 RETURNS integer
 LANGUAGE sql
AS $function$select z()$function$;

CREATE TABLE "t" (
    "id" integer,
    "x" integer DEFAULT a()
);

CREATE INDEX "i" ON "t" ((id + 1)) WHERE id > 0;
