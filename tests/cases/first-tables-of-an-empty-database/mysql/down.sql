-- drop table author
-- drop table book
--
-- Dangers:
-- drops-table: table author goes, with the rows that it may have
-- drops-table: table book goes, with the rows that it may have
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TABLE `book`;

DROP TABLE `author`;
