-- drop table author
-- drop table book
--
-- Dangers:
-- drops-table: table author goes, with its rows
-- drops-table: table book goes, with its rows

DROP TABLE "book";

DROP TABLE "author";
