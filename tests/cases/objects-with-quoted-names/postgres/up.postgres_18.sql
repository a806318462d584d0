-- create schema My S
-- create table My S.T 1
-- create view My S.V"x
-- create trigger My S.T r on My S.T 1
-- create function My S.F x(integer)

CREATE SCHEMA "My S";

SET LOCAL check_function_bodies = off;

CREATE TABLE "My S"."T 1" (
    "C d" integer
);

CREATE VIEW "My S"."V""x" AS
 SELECT "C d"
   FROM "My S"."T 1";

CREATE FUNCTION "My S"."F x"("a b" integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

CREATE TRIGGER "T r" BEFORE INSERT ON "My S"."T 1" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
