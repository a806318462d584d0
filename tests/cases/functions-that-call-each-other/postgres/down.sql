-- drop table t
-- drop function a()
-- drop function z()
--
-- Dangers:
-- drops-table: table t goes, with the rows that it may have

DROP TABLE "t";

DROP FUNCTION "a"();

DROP FUNCTION "z"();
