-- drop index i on t
-- drop function f(integer)

DROP INDEX "i";

DROP FUNCTION "f"(integer);
