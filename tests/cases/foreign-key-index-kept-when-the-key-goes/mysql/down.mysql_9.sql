-- create foreign key book_author on book
--
-- Dangers:
-- foreign-key-on-rows: foreign key book_author on book: a row that breaks it stops the migration
-- blocks-writes: table book is locked (SHARED) while foreign key book_author is checked

ALTER TABLE `book` ADD CONSTRAINT `book_author` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
