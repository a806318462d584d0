-- drop table t
-- drop function f(c)
-- drop type c
--
-- Dangers:
-- drops-table: table t goes, with the rows that it may have

DROP TABLE "t";

DROP FUNCTION "f"(c);

DROP TYPE "c";
