-- drop sequence s
-- drop table t
--
-- Dangers:
-- drops-table: table t goes, with the rows that it may have

DROP TABLE "t";

DROP SEQUENCE "s";
