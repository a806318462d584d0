-- drop table t
-- drop trigger tr on t
-- drop function tf()
--
-- Dangers:
-- drops-table: table t goes, with the rows that it may have
-- drops-object: trigger tr goes with t
-- drops-object: function tf() goes: what still uses it breaks

DROP TABLE "t";

DROP FUNCTION "tf"();
