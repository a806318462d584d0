-- drop table everything
--
-- Dangers:
-- drops-table: table everything goes, with the rows that it may have

DROP TABLE "everything";
