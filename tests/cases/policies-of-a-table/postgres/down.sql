-- drop policy p on t
-- drop policy q on t
-- drop function f(integer)

DROP POLICY "p" ON "t";

DROP POLICY "q" ON "t";

DROP FUNCTION "f"(integer);
