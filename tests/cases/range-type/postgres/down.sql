-- drop table t
-- drop type r
--
-- Dangers:
-- drops-table: table t goes, with the rows that it may have
-- drops-object: type r goes: what still uses it breaks

DROP TABLE "t";

DROP TYPE "r";
