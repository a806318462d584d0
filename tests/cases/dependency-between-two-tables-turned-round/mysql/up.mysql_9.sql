-- create foreign key author_ibfk_1 on author
-- create index book_id on author
-- drop foreign key book_ibfk_1 on book
-- drop index author_id on book
--
-- Dangers:
-- blocks-writes: table author is locked (SHARED) while foreign key author_ibfk_1 is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `book` DROP FOREIGN KEY `book_ibfk_1`;

ALTER TABLE `author` ADD INDEX `book_id` (`book_id`);

ALTER TABLE `book` DROP INDEX `author_id`;

ALTER TABLE `author` ADD CONSTRAINT `author_ibfk_1` FOREIGN KEY (`book_id`) REFERENCES `book` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
