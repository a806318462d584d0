-- drop table item
-- drop view cheap
--
-- Dangers:
-- drops-table: table item goes, with its 2 rows
-- irreversible: down makes table item again, without its rows

DROP VIEW "cheap";

DROP TABLE "item";
