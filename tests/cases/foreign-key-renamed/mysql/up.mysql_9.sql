-- rename foreign key book_author to fk_book_author_id on book
-- rename index book_author to fk_book_author_id on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARED) while foreign key fk_book_author_id is checked

ALTER TABLE `book`
  DROP FOREIGN KEY `book_author`,
  DROP INDEX `book_author`,
  ADD INDEX `fk_book_author_id` (`author_id`),
  ADD CONSTRAINT `fk_book_author_id` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
