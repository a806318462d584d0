-- create index book_author_year on book
-- drop index book_author on book
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `book` DROP FOREIGN KEY `book_author_fk`;

ALTER TABLE `book`
  DROP INDEX `book_author`,
  ADD INDEX `book_author_year` (`author_id`, `year`),
  ADD CONSTRAINT `book_author_fk` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
