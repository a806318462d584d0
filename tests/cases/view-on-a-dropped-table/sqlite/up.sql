-- drop table item
-- drop view cheap
--
-- Dangers:
-- drops-table: table item goes, with its 2 rows
-- irreversible: down makes table item again, without its rows
-- drops-object: view cheap goes: what still uses it breaks

DROP VIEW "cheap";

DROP TABLE "item";
