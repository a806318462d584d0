-- drop foreign key book_author on book
-- drop index book_author on book

ALTER TABLE `book`
  DROP FOREIGN KEY `book_author`,
  DROP INDEX `book_author`;
