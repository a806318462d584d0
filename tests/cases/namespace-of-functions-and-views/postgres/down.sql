-- drop schema s
-- drop view s.v
-- drop function s.f()

DROP VIEW "s"."v";

DROP FUNCTION "s"."f"();

DROP SCHEMA "s";
