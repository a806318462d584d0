-- create table author
-- create table book
-- create table note
-- create table page
-- create table prize
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `author` (
  `id` int NOT NULL,
  `name` varchar(40),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

CREATE TABLE `book` (
  `id` int NOT NULL,
  `author_id` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `author_id` (`author_id`),
  CONSTRAINT `book_ibfk_1` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

CREATE TABLE `note` (
  `id` int NOT NULL,
  `author_id` int,
  PRIMARY KEY (`id`),
  INDEX `author_id` (`author_id`),
  CONSTRAINT `note_ibfk_1` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

CREATE TABLE `page` (
  `id` int NOT NULL,
  `book_id` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `book_id` (`book_id`),
  CONSTRAINT `page_ibfk_1` FOREIGN KEY (`book_id`) REFERENCES `book` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

CREATE TABLE `prize` (
  `id` int NOT NULL,
  `author_id` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `author_id` (`author_id`),
  CONSTRAINT `prize_ibfk_1` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE RESTRICT ON UPDATE NO ACTION
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;
