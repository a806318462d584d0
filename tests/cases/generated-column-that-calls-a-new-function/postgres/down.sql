-- drop column t.c
-- drop function f(integer)
--
-- Dangers:
-- drops-column: column t.c goes, with the values that it may hold
-- drops-object: function f(integer) goes: what still uses it breaks

ALTER TABLE "t" DROP COLUMN "c";

DROP FUNCTION "f"(integer);
