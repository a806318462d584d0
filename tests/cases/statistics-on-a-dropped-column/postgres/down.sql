-- add column t.b
-- change statistics s on t: definition

DROP STATISTICS "s";

ALTER TABLE "t" ADD COLUMN "b" integer;

CREATE STATISTICS public.s ON a, b FROM t;
