-- drop table history
-- drop table item
-- drop view all_cheap
-- drop view cheap
-- drop trigger a_price on history
-- drop trigger marker_gone on marker
--
-- Dangers:
-- drops-table: table history goes, with the rows that it may have
-- drops-table: table item goes, with the rows that it may have
-- drops-object: view all_cheap goes: what still uses it breaks
-- drops-object: view cheap goes: what still uses it breaks
-- drops-object: trigger a_price goes with history
-- drops-object: trigger marker_gone on marker goes and does not run any more

DROP TRIGGER "marker_gone";

DROP VIEW "all_cheap";

DROP VIEW "cheap";

DROP TABLE "history";

DROP TABLE "item";
