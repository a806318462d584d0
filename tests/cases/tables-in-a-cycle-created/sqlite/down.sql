-- drop table person
-- drop table team
--
-- Dangers:
-- drops-table: table person goes, with the rows that it may have
-- drops-table: table team goes, with the rows that it may have

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

DROP TABLE "person";

DROP TABLE "team";

COMMIT;

PRAGMA foreign_keys = ON;
