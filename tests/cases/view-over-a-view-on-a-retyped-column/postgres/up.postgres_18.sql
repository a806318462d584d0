-- change column t.a: type
--
-- Dangers:
-- rewrites-table: every row of table t is written again, 2 rows now
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while the type of a changes

DROP VIEW "w";

DROP VIEW "v";

ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint;

CREATE VIEW "v" AS
 SELECT id,
    a
   FROM t;

CREATE VIEW "w" AS
 SELECT (a + 1) AS x
   FROM v;
