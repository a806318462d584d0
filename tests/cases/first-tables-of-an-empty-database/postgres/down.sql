-- drop table author
-- drop table book
--
-- Dangers:
-- drops-table: table author goes, with the rows that it may have
-- drops-table: table book goes, with the rows that it may have

DROP TABLE "book";

DROP TABLE "author";
