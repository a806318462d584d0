-- change column author.name: type, drop not null
-- change column note.author_id: default
-- change column page.book_id: set not null
--
-- Dangers:
-- narrows-type: column author.name goes from varchar(80) to varchar(40): values may not fit
-- rewrites-table: every row of table author is written again
-- not-null-on-rows: column page.book_id becomes required, and a row that holds NULL stops the migration
-- blocks-writes: table author is locked (SHARED) while the table is copied for name
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `page` DROP FOREIGN KEY `page_ibfk_1`;

ALTER TABLE `author` MODIFY COLUMN `name` varchar(40);

ALTER TABLE `note` MODIFY COLUMN `author_id` int;

ALTER TABLE `page`
  DROP INDEX `book_id`,
  MODIFY COLUMN `book_id` int NOT NULL,
  ADD INDEX `book_id` (`book_id`),
  ADD CONSTRAINT `page_ibfk_1` FOREIGN KEY (`book_id`) REFERENCES `book` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;

SET SESSION sql_mode = @migrate_sql_mode;
