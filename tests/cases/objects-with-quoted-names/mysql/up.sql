-- create table a`b
-- create view v `x
-- create trigger t;r on a`b
-- create procedure p;q
-- create event ev'ent
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `a``b` (
  `c;d` int(11),
  `grüße` varchar(9)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci ENGINE=InnoDB;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE PROCEDURE `p;q`(`x y` integer)
    COMMENT 'für; alle'
SELECT `x y`, 'ß';

SET SESSION sql_mode = @migrate_sql_mode;

CREATE VIEW `v ``x` AS select `a``b`.`c;d` AS `e'f`,`a``b`.`grüße` AS `grüße` from `a``b`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `t;r` BEFORE INSERT ON `a``b` FOR EACH ROW
SET NEW.`c;d` = 1, NEW.`grüße` = 'ü😀';

SET SESSION sql_mode = @migrate_sql_mode;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

SET @migrate_time_zone = @@SESSION.time_zone, SESSION time_zone = 'SYSTEM';

CREATE EVENT `ev'ent` ON SCHEDULE EVERY 1 DAY ON COMPLETION NOT PRESERVE ENABLE DO SET @a = 'ü';

SET SESSION time_zone = @migrate_time_zone;

SET SESSION sql_mode = @migrate_sql_mode;
