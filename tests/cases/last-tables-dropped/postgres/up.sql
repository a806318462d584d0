-- drop table author
-- drop table book
--
-- Dangers:
-- drops-table: table author goes, with its 1 row
-- irreversible: down makes table author again, without its rows
-- drops-table: table book goes, with its 1 row
-- irreversible: down makes table book again, without its rows

DROP TABLE "book";

DROP TABLE "author";
