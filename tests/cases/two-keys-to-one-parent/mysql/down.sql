-- drop foreign key book_editor on book
-- drop index book_editor on book

ALTER TABLE `book`
  DROP FOREIGN KEY `book_editor`,
  DROP INDEX `book_editor`;
