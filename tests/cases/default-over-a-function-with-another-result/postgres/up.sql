-- change function f(): definition

ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;

DROP FUNCTION "f"();

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$select 1::bigint$function$;

ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT f();
