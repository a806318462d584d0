-- create table t
-- create function f(c)
-- create type c

SET LOCAL check_function_bodies = off;

CREATE TYPE "c" AS ("a" integer, "b" text);

CREATE TABLE "t" (
    "id" integer,
    "x" c,
    "y" c[]
);

CREATE FUNCTION public.f(c)
 RETURNS integer
 LANGUAGE sql
AS $function$select $1.a$function$;
