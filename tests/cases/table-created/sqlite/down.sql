-- drop table book
--
-- Dangers:
-- drops-table: table book goes, with the rows that it may have

DROP TABLE "book";
