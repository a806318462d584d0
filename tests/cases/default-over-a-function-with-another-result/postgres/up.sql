-- change function f(): definition
--
-- Dangers:
-- drops-object: function f() gets other arguments or another result: a call that relies on the old ones breaks

ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;

DROP FUNCTION "f"();

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$select 1::bigint$function$;

ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT f();
