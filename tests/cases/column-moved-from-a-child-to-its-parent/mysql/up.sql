-- add column author.country
-- drop column book.country
--
-- Dangers:
-- drops-column: column book.country goes, with its values in 1 row
-- irreversible: down makes column book.country again, without its values
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `author` ADD COLUMN `country` varchar(2);

ALTER TABLE `book` DROP COLUMN `country`;
