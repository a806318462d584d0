-- drop view v
-- drop function f()

DROP VIEW "v";

DROP FUNCTION "f"();
