-- drop table author
-- drop table book
-- drop table note
-- drop table page
-- drop table prize
--
-- Dangers:
-- drops-table: table author goes, with its 2 rows
-- irreversible: down makes table author again, without its rows
-- drops-table: table book goes, with its 2 rows
-- irreversible: down makes table book again, without its rows
-- drops-table: table note goes, with its 2 rows
-- irreversible: down makes table note again, without its rows
-- drops-table: table page goes, with its 3 rows
-- irreversible: down makes table page again, without its rows
-- drops-table: table prize goes, with its 1 row
-- irreversible: down makes table prize again, without its rows

DROP TABLE "note";

DROP TABLE "page";

DROP TABLE "book";

DROP TABLE "prize";

DROP TABLE "author";
