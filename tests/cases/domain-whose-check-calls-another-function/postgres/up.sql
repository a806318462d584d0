-- create function is_fine(text, integer)
-- change domain word: definition
-- drop function is_fine(text)
--
-- Dangers:
-- drops-object: function is_fine(text) goes and function is_fine(text, integer) comes: a call with the old arguments breaks

ALTER DOMAIN "word" DROP CONSTRAINT "word_check";

ALTER DOMAIN "word" RENAME TO "word__old";

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.is_fine(text, integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ select length($1) between 1 and $2 $function$;

CREATE DOMAIN "word" AS character varying(20) CONSTRAINT "word_check" CHECK (is_fine((VALUE)::text, 20));

ALTER TABLE "item" ALTER COLUMN "name" TYPE word;

DROP DOMAIN "word__old";

DROP FUNCTION "is_fine"(text);
