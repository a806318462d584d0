-- drop policy p on t
-- drop policy q on t
-- drop function f(integer)
--
-- Dangers:
-- drops-object: policy p on t goes and does not count any more
-- drops-object: policy q on t goes and does not count any more
-- drops-object: function f(integer) goes: what still uses it breaks

DROP POLICY "p" ON "t";

DROP POLICY "q" ON "t";

DROP FUNCTION "f"(integer);
