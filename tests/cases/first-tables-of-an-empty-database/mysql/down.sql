-- drop table author
-- drop table book
--
-- Dangers:
-- drops-table: table author goes, with its rows
-- drops-table: table book goes, with its rows
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TABLE `book`;

DROP TABLE `author`;
