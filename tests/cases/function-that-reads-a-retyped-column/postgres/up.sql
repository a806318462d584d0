-- change column t.a: type
--
-- Dangers:
-- rewrites-table: every row of table t is written again, 2 rows now
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while the type of a changes

DROP VIEW "v";

DROP FUNCTION "f"();

ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint;

CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(t.a) AS count
    FROM t;
END;

CREATE VIEW "v" AS
 SELECT f() AS f;
