-- drop index i on t
-- drop function f(integer)
--
-- Dangers:
-- drops-object: function f(integer) goes: what still uses it breaks

DROP INDEX "i";

DROP FUNCTION "f"(integer);
