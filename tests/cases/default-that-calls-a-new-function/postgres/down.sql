-- change column t.a: default
-- drop function f()
--
-- Dangers:
-- drops-object: function f() goes: what still uses it breaks

ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;

DROP FUNCTION "f"();
