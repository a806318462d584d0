-- drop table log_2
--
-- Dangers:
-- drops-table: table log_2 goes, which has no rows

ALTER TABLE "log" DETACH PARTITION "log_2";

DROP TABLE "log_2";
