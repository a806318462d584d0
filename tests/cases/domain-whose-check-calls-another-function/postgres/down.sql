-- create function is_fine(text)
-- change domain word: definition
-- drop function is_fine(text, integer)
--
-- Dangers:
-- drops-object: function is_fine(text, integer) goes and function is_fine(text) comes: a call with the old arguments breaks

ALTER DOMAIN "word" DROP CONSTRAINT "word_check";

ALTER DOMAIN "word" RENAME TO "word__old";

SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.is_fine(text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ select $1 <> '' $function$;

CREATE DOMAIN "word" AS text CONSTRAINT "word_check" CHECK (is_fine(VALUE));

ALTER TABLE "item" ALTER COLUMN "name" TYPE word;

DROP DOMAIN "word__old";

DROP FUNCTION "is_fine"(text, integer);
