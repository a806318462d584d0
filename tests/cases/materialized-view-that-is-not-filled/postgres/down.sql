-- change column item.id: type
-- drop materialized view cheap
--
-- Dangers:
-- narrows-type: column item.id goes from bigint to integer: values may not fit
-- rewrites-table: every row of table item is written again
-- drops-object: materialized view cheap goes: what still uses it breaks
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of id changes

DROP MATERIALIZED VIEW "cheap";

DROP MATERIALIZED VIEW "costly";

ALTER TABLE "item" ALTER COLUMN "id" TYPE integer;

CREATE MATERIALIZED VIEW "costly" AS
 SELECT item.id
   FROM item
  WHERE (item.price > 10)
  WITH NO DATA;

CREATE UNIQUE INDEX costly_id ON public.costly USING btree (id);
