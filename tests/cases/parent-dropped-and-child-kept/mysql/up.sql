-- drop foreign key book_ibfk_1 on book
-- drop index author_id on book
-- drop table author
--
-- Dangers:
-- drops-table: table author goes, with its 1 row
-- irreversible: down makes table author again, without its rows
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `book` DROP FOREIGN KEY `book_ibfk_1`;

ALTER TABLE `book` DROP INDEX `author_id`;

DROP TABLE `author`;
