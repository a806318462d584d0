-- create foreign key book_author on book
-- create index book_author on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARED) while foreign key book_author is checked

ALTER TABLE `book`
  ADD INDEX `book_author` (`author_id`),
  ADD CONSTRAINT `book_author` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
