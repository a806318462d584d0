-- change enum mood

DROP FUNCTION "is_fine"(mood);

ALTER TYPE "mood" RENAME TO "mood__old";

CREATE TYPE "mood" AS ENUM ('ok');

SET LOCAL check_function_bodies = off;

ALTER TABLE "person" ALTER COLUMN "feels" TYPE mood USING "feels"::text::mood;

CREATE FUNCTION public.is_fine(mood)
 RETURNS boolean
 LANGUAGE sql
AS $function$ SELECT $1 = 'ok' $function$;

DROP TYPE "mood__old";
