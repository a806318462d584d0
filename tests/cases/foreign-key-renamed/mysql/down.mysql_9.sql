-- rename foreign key fk_book_author_id to book_author on book
-- rename index fk_book_author_id to book_author on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARED) while foreign key book_author is checked

ALTER TABLE `book`
  DROP FOREIGN KEY `fk_book_author_id`,
  DROP INDEX `fk_book_author_id`,
  ADD INDEX `book_author` (`author_id`),
  ADD CONSTRAINT `book_author` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
