-- change column item.slug: generated expression
-- create function shown(text, integer)
-- drop function shown(text)
--
-- Dangers:
-- drops-object: function shown(text) goes and function shown(text, integer) comes: a call with the old arguments breaks

DROP VIEW "listed";

DROP INDEX "item_shown";

ALTER TABLE "item"
    ALTER COLUMN "name" DROP DEFAULT,
    DROP CONSTRAINT "item_name_check",
    DROP COLUMN "slug";

DROP FUNCTION "shown"(text);

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.shown(t text, longest integer DEFAULT 10)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$select left(lower(t), longest)$function$;

ALTER TABLE "item"
    ALTER COLUMN "name" SET DEFAULT shown('Name'::text),
    ADD COLUMN "slug" text GENERATED ALWAYS AS (shown(name, 5)) STORED,
    ADD CONSTRAINT "item_name_check" CHECK (shown(name) <> ''::text);

CREATE INDEX "item_shown" ON "item" ((shown(name)));

CREATE VIEW "listed" AS
 SELECT id,
    shown(name) AS name
   FROM item;
