-- rename table call to visit
-- rename column visit.title to name
-- rename primary key call_pkey to visit_pkey on visit
-- change view visited: definition
-- change policy named on visit: definition
--
-- Dangers:
-- renames: table call is called visit from now on
-- renames: column call.title is called name from now on
-- drops-object: view visited gets other columns: a query that reads the old ones breaks

DROP VIEW "visited";

DROP POLICY "named" ON "call";

ALTER TABLE "call" RENAME TO "visit";

ALTER INDEX "call_pkey" RENAME TO "visit_pkey";

ALTER TABLE "visit" RENAME COLUMN "title" TO "name";

CREATE VIEW "visited" AS
 SELECT visit.name
   FROM visit;

CREATE POLICY "named" ON "visit" USING ((name IS NOT NULL));
