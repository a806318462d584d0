-- drop table person
-- drop table team
--
-- Dangers:
-- drops-table: table person goes, with its rows
-- drops-table: table team goes, with its rows

ALTER TABLE "person" DROP CONSTRAINT "person_team";

DROP TABLE "team";

DROP TABLE "person";
