-- change column item.id: type
-- create materialized view cheap
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of id changes

DROP MATERIALIZED VIEW "costly";

ALTER TABLE "item" ALTER COLUMN "id" TYPE bigint;

CREATE MATERIALIZED VIEW "cheap" AS
 SELECT id
   FROM item
  WHERE (price < 10)
  WITH NO DATA;

CREATE MATERIALIZED VIEW "costly" AS
 SELECT id
   FROM item
  WHERE (price > 10)
  WITH NO DATA;

CREATE UNIQUE INDEX costly_id ON public.costly USING btree (id);
