-- drop schema s
-- drop view s.v
-- drop function s.f()
--
-- Dangers:
-- drops-object: view s.v goes: what still uses it breaks
-- drops-object: function s.f() goes: what still uses it breaks

DROP VIEW "s"."v";

DROP FUNCTION "s"."f"();

DROP SCHEMA "s";
