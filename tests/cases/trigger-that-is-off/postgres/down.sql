-- drop table t
-- drop trigger tr on t
-- drop function tf()
--
-- Dangers:
-- drops-table: table t goes, with the rows that it may have

DROP TABLE "t";

DROP FUNCTION "tf"();
