-- Undo: first tables
--
-- drop table group
-- drop table study_case
--
-- Dangers:
-- drops-table: table group goes, with its rows
-- drops-table: table study_case goes, with its rows

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

DROP TABLE "group";

DROP TABLE "study_case";

COMMIT;

PRAGMA foreign_keys = ON;
