-- Undo: first tables
--
-- drop table group
-- drop table study_case
--
-- Dangers:
-- drops-table: table group goes, with its rows
-- drops-table: table study_case goes, with its rows

DROP TABLE "study_case";

DROP TABLE "group";
