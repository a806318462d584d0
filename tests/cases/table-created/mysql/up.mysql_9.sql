-- create table book

CREATE TABLE `book` (
  `id` int NOT NULL AUTO_INCREMENT,
  `author_id` int NOT NULL,
  `title` varchar(80) NOT NULL DEFAULT '',
  `pages` int,
  PRIMARY KEY (`id`),
  INDEX `book_by_pages` (`pages`),
  UNIQUE INDEX `book_title` (`author_id`, `title`),
  CONSTRAINT `book_author` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT `book_pages` CHECK ((`pages` > 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;
