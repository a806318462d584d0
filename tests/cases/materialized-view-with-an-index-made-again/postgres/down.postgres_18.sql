-- change column t.a: type
--
-- Dangers:
-- narrows-type: column t.a goes from bigint to integer: values may not fit
-- rewrites-table: every row of table t is written again
-- blocks-reads: table t is locked (ACCESS EXCLUSIVE) while the type of a changes

DROP MATERIALIZED VIEW "v";

ALTER TABLE "t" ALTER COLUMN "a" TYPE integer;

CREATE MATERIALIZED VIEW "v" AS
 SELECT id,
    a
   FROM t;

CREATE UNIQUE INDEX v_i ON public.v USING btree (id);

COMMENT ON MATERIALIZED VIEW "v" IS 'c';

GRANT SELECT ON TABLE "v" TO PUBLIC;
