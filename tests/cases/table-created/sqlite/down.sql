-- drop table book
--
-- Dangers:
-- drops-table: table book goes, with its rows

DROP TABLE "book";
