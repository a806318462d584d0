-- rename table visit to call
-- rename column call.name to title
-- rename primary key visit_pkey to call_pkey on call
-- change view visited: definition
-- change policy named on call: definition
--
-- Dangers:
-- renames: table visit is called call from now on
-- renames: column visit.name is called title from now on
-- drops-object: view visited gets other columns: a query that reads the old ones breaks

DROP VIEW "visited";

DROP POLICY "named" ON "visit";

ALTER TABLE "visit" RENAME TO "call";

ALTER INDEX "visit_pkey" RENAME TO "call_pkey";

ALTER TABLE "call" RENAME COLUMN "name" TO "title";

CREATE VIEW "visited" AS
 SELECT call.title
   FROM call;

CREATE POLICY "named" ON "call" USING ((title IS NOT NULL));
