-- change column author.name: type, set not null
-- change column note.author_id: default
-- change column page.book_id: drop not null
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `page` DROP FOREIGN KEY `page_ibfk_1`;

ALTER TABLE `author` MODIFY COLUMN `name` varchar(80) NOT NULL;

ALTER TABLE `note` MODIFY COLUMN `author_id` int DEFAULT 1;

ALTER TABLE `page`
  DROP INDEX `book_id`,
  MODIFY COLUMN `book_id` int,
  ADD INDEX `book_id` (`book_id`),
  ADD CONSTRAINT `page_ibfk_1` FOREIGN KEY (`book_id`) REFERENCES `book` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;

SET SESSION sql_mode = @migrate_sql_mode;
