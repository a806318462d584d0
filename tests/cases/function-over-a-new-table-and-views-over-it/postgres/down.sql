-- drop table n
-- drop view v
-- drop view w
-- drop view x
-- drop function f()
-- drop function g(v)
--
-- Dangers:
-- drops-table: table n goes, with the rows that it may have
-- drops-object: view v goes: what still uses it breaks
-- drops-object: view w goes: what still uses it breaks
-- drops-object: view x goes: what still uses it breaks
-- drops-object: function f() goes: what still uses it breaks
-- drops-object: function g(v) goes: what still uses it breaks

DROP VIEW "w";

DROP VIEW "x";

DROP FUNCTION "g"(v);

DROP VIEW "v";

DROP FUNCTION "f"();

DROP TABLE "n";
