-- drop table person
-- drop table team
--
-- Dangers:
-- drops-table: table person goes, with its 2 rows
-- irreversible: down makes table person again, without its rows
-- drops-table: table team goes, with its 2 rows
-- irreversible: down makes table team again, without its rows

ALTER TABLE "person" DROP CONSTRAINT "person_team";

DROP TABLE "team";

DROP TABLE "person";
