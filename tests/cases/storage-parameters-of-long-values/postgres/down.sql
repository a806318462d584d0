-- change options of table page
-- drop table image
--
-- Dangers:
-- drops-table: table image goes, with the rows that it may have

DROP TABLE "image";

ALTER TABLE "page"
    SET ("toast"."autovacuum_enabled" = 'off'),
    RESET ("toast"."autovacuum_vacuum_threshold");
