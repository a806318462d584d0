-- change column t.a: default
-- drop function f()

ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT;

DROP FUNCTION "f"();
