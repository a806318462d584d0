-- drop table person
-- drop table team
--
-- Dangers:
-- drops-table: table person goes, with its 2 rows
-- irreversible: down makes table person again, without its rows
-- drops-table: table team goes, with its 2 rows
-- irreversible: down makes table team again, without its rows

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

DROP TABLE "person";

DROP TABLE "team";

COMMIT;

PRAGMA foreign_keys = ON;
