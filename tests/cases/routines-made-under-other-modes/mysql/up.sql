-- create view text
-- create trigger item_name on item
-- create trigger item_size on item
-- create function quoted
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'PIPES_AS_CONCAT,ANSI_QUOTES,NO_BACKSLASH_ESCAPES';

CREATE FUNCTION "quoted"("a value" varchar(20)) RETURNS varchar(40) CHARSET utf8mb4 COLLATE utf8mb4_general_ci
    NO SQL
    DETERMINISTIC
BEGIN
    DECLARE "in;between" varchar(40) DEFAULT 'a\';
    RETURN "a value" || "in;between" || 'it''s';
END;

SET SESSION sql_mode = @migrate_sql_mode;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '');

CREATE VIEW `text` AS select 'a\\b' AS `t`;

SET SESSION sql_mode = @migrate_sql_mode;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'PIPES_AS_CONCAT,ANSI_QUOTES,NO_BACKSLASH_ESCAPES';

CREATE TRIGGER `item_name` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW."name" = 'b\';

SET SESSION sql_mode = @migrate_sql_mode;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = '';

CREATE TRIGGER `item_size` BEFORE UPDATE ON `item` FOR EACH ROW
SET NEW.size = NEW.name;

SET SESSION sql_mode = @migrate_sql_mode;
