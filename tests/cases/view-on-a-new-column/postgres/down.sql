-- drop column t.c
-- drop view v
-- drop view w
-- drop function f(t)
--
-- Dangers:
-- drops-column: column t.c goes, with the values that it may hold
-- drops-object: view v goes: what still uses it breaks
-- drops-object: view w goes: what still uses it breaks
-- drops-object: function f(t) goes: what still uses it breaks

DROP VIEW "v";

DROP VIEW "w";

ALTER TABLE "t" DROP COLUMN "c";

DROP FUNCTION "f"(t);
