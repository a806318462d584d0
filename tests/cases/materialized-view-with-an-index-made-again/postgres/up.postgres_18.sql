-- change column t.a: type
--
-- Dangers:
-- rewrites-table: every row of table t is written again, 2 rows now
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while the type of a changes

DROP MATERIALIZED VIEW "v";

ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint;

CREATE MATERIALIZED VIEW "v" AS
 SELECT id,
    a
   FROM t;

CREATE UNIQUE INDEX v_i ON public.v USING btree (id);

COMMENT ON MATERIALIZED VIEW "v" IS 'c';

GRANT SELECT ON TABLE "v" TO PUBLIC;
