-- change column t.a: type
--
-- Dangers:
-- rewrites-table: every row of table t is written again, 2 rows now
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while the type of a changes

DROP VIEW "v";

ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint;

CREATE VIEW "v" AS
 SELECT id,
    a
   FROM t;

CREATE TRIGGER tr INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION tf();
