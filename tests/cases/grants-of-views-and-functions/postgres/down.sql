-- drop view v
-- drop function f()
--
-- Dangers:
-- drops-object: view v goes, which is granted to pg_monitor: what still uses it breaks
-- drops-object: function f() goes: what still uses it breaks

DROP VIEW "v";

DROP FUNCTION "f"();
