-- change function zip(place): definition
-- change type place: definition
-- change type visit: definition
--
-- Dangers:
-- drops-object: function zip(place) gets other arguments or another result: a call that relies on the old ones breaks

DROP VIEW "listed";

DROP FUNCTION "zip"(place);

ALTER TYPE "visit" RENAME TO "visit__old";

ALTER TYPE "place" RENAME TO "place__old";

SET LOCAL check_function_bodies = off;

CREATE TYPE "place" AS ("street" text, "zip" integer);

COMMENT ON COLUMN "place"."zip" IS 'a number';

CREATE FUNCTION public.zip(place)
 RETURNS integer
 LANGUAGE sql
AS $function$select ($1).zip$function$;

CREATE TYPE "visit" AS ("place" place, "day" date);

ALTER TABLE "person"
    ALTER COLUMN "home" TYPE place USING "home"::text::place,
    ALTER COLUMN "visits" TYPE visit[] USING "visits"::text[]::visit[];

CREATE VIEW "listed" AS
 SELECT (person.home).zip AS zip
   FROM person;

DROP TYPE "visit__old";

DROP TYPE "place__old";
