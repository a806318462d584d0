-- change column city.country: collation
-- change column country.code: collation
--
-- Dangers:
-- blocks-writes: table city is locked (SHARED) while the table is copied for country
-- blocks-writes: table country is locked (SHARED) while the table is copied for code
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `city` DROP FOREIGN KEY `city_country`;

ALTER TABLE `city` MODIFY COLUMN `country` varchar(2) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `country` MODIFY COLUMN `code` varchar(2) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

ALTER TABLE `city` ADD CONSTRAINT `city_country` FOREIGN KEY (`country`) REFERENCES `country` (`code`) ON DELETE CASCADE ON UPDATE NO ACTION;

SET SESSION sql_mode = @migrate_sql_mode;
