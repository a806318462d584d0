-- rename table call to visit
-- change column visit.id: not null constraint
-- rename column visit.title to name
-- change column visit.name: not null constraint
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

ALTER TABLE "visit" RENAME CONSTRAINT "call_id_not_null" TO "visit_id_not_null";

ALTER TABLE "visit" RENAME CONSTRAINT "call_title_not_null" TO "visit_name_not_null";

CREATE VIEW "visited" AS
 SELECT name
   FROM visit;

CREATE POLICY "named" ON "visit" USING ((name IS NOT NULL));
