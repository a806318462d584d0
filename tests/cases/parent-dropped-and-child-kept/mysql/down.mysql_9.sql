-- create table author
-- create foreign key book_ibfk_1 on book
-- create index author_id on book
--
-- Dangers:
-- foreign-key-on-rows: foreign key book_ibfk_1 on book: a row that breaks it stops the migration
-- blocks-writes: table book is locked (SHARED) while foreign key book_ibfk_1 is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `author` (
  `id` int NOT NULL,
  `name` varchar(40),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

ALTER TABLE `book`
  ADD INDEX `author_id` (`author_id`),
  ADD CONSTRAINT `book_ibfk_1` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
