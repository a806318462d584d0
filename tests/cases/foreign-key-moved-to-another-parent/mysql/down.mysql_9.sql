-- change foreign key book_author on book
--
-- Dangers:
-- foreign-key-on-rows: foreign key book_author on book: a row that breaks it stops the migration
-- blocks-writes: table book is locked (SHARED) while foreign key book_author is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `book` DROP FOREIGN KEY `book_author`;

ALTER TABLE `book` ADD CONSTRAINT `book_author` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
