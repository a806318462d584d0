-- drop table everything
--
-- Dangers:
-- drops-table: table everything goes, with its rows

DROP TABLE `everything`;
