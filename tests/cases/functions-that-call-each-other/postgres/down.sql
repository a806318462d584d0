-- drop table t
-- drop function a()
-- drop function z()
--
-- Dangers:
-- drops-table: table t goes, with the rows that it may have
-- drops-object: function a() goes: what still uses it breaks
-- drops-object: function z() goes: what still uses it breaks

DROP TABLE "t";

DROP FUNCTION "a"();

DROP FUNCTION "z"();
