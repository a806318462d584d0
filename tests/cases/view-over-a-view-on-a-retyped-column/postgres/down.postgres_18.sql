-- change column t.a: type
--
-- Dangers:
-- narrows-type: column t.a goes from bigint to integer: values may not fit
-- rewrites-table: every row of table t is written again
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while the type of a changes

DROP VIEW "w";

DROP VIEW "v";

ALTER TABLE "t" ALTER COLUMN "a" TYPE integer;

CREATE VIEW "v" AS
 SELECT id,
    a
   FROM t;

CREATE VIEW "w" AS
 SELECT (a + 1) AS x
   FROM v;
