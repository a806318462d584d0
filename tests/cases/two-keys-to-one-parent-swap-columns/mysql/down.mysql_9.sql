-- change foreign key book_first on book
-- change foreign key book_second on book
-- change index book_first on book
-- change index book_second on book
--
-- Dangers:
-- foreign-key-on-rows: foreign key book_first on book: a row that breaks it stops the migration
-- foreign-key-on-rows: foreign key book_second on book: a row that breaks it stops the migration
-- blocks-writes: table book is locked (SHARED) while foreign key book_first is checked and while foreign key book_second is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `book`
  DROP FOREIGN KEY `book_first`,
  DROP FOREIGN KEY `book_second`;

ALTER TABLE `book`
  DROP INDEX `book_first`,
  DROP INDEX `book_second`,
  ADD INDEX `book_first` (`author_id`),
  ADD INDEX `book_second` (`editor_id`),
  ADD CONSTRAINT `book_first` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  ADD CONSTRAINT `book_second` FOREIGN KEY (`editor_id`) REFERENCES `author` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
