-- create foreign key book_editor on book
-- create index book_editor on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARED) while foreign key book_editor is checked

ALTER TABLE `book`
  ADD INDEX `book_editor` (`editor_id`),
  ADD CONSTRAINT `book_editor` FOREIGN KEY (`editor_id`) REFERENCES `author` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION;
