-- drop table t
-- drop function f(c)
-- drop type c
--
-- Dangers:
-- drops-table: table t goes, with the rows that it may have
-- drops-object: function f(c) goes: what still uses it breaks
-- drops-object: type c goes: what still uses it breaks

DROP TABLE "t";

DROP FUNCTION "f"(c);

DROP TYPE "c";
