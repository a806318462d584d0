-- change column item.slug: generated expression
-- create function shown(text)
-- drop function shown(text, integer)
--
-- Dangers:
-- drops-object: function shown(text, integer) goes and function shown(text) comes: a call with the old arguments breaks

DROP VIEW "listed";

DROP INDEX "item_shown";

ALTER TABLE "item"
    ALTER COLUMN "name" DROP DEFAULT,
    DROP CONSTRAINT "item_name_check",
    DROP COLUMN "slug";

DROP FUNCTION "shown"(text, integer);

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.shown(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$select lower(t)$function$;

ALTER TABLE "item"
    ALTER COLUMN "name" SET DEFAULT shown('Name'::text),
    ADD COLUMN "slug" text GENERATED ALWAYS AS (shown(name)) STORED,
    ADD CONSTRAINT "item_name_check" CHECK (shown(name) <> ''::text);

CREATE INDEX "item_shown" ON "item" ((shown(name)));

CREATE VIEW "listed" AS
 SELECT id,
    shown(name) AS name
   FROM item;
