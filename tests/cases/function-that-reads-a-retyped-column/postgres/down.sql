-- change column t.a: type
--
-- Dangers:
-- narrows-type: column t.a goes from bigint to integer: values may not fit
-- rewrites-table: every row of table t is written again
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while the type of a changes

DROP VIEW "v";

DROP FUNCTION "f"();

ALTER TABLE "t" ALTER COLUMN "a" TYPE integer;

CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(t.a) AS count
    FROM t;
END;

CREATE VIEW "v" AS
 SELECT f() AS f;
