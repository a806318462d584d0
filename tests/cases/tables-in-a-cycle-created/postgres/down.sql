-- drop table person
-- drop table team
--
-- Dangers:
-- drops-table: table person goes, with the rows that it may have
-- drops-table: table team goes, with the rows that it may have

ALTER TABLE "person" DROP CONSTRAINT "person_team";

DROP TABLE "team";

DROP TABLE "person";
