-- drop foreign key book_author on book

ALTER TABLE `book` DROP FOREIGN KEY `book_author`;
