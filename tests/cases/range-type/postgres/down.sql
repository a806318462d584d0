-- drop table t
-- drop type r
--
-- Dangers:
-- drops-table: table t goes, with the rows that it may have

DROP TABLE "t";

DROP TYPE "r";
