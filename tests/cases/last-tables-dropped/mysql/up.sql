-- drop table author
-- drop table book
--
-- Dangers:
-- drops-table: table author goes, with its 1 row
-- irreversible: down makes table author again, without its rows
-- drops-table: table book goes, with its 1 row
-- irreversible: down makes table book again, without its rows
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TABLE `book`;

DROP TABLE `author`;
