-- drop column author.country
-- add column book.country
--
-- Dangers:
-- drops-column: column author.country goes, with the values that it may hold
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `author` DROP COLUMN `country`;

ALTER TABLE `book` ADD COLUMN `country` varchar(2);
