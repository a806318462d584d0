-- add column item.token
-- change column item.name: type, default
-- add column item.luck
-- add column item.salt
-- add column item.plain
-- create index by_token on item
--
-- Dangers:
-- unique-on-rows: unique index by_token on item: a row that breaks it stops the migration
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  ADD COLUMN `token` varchar(36) AFTER `id`,
  ADD COLUMN `luck` double AFTER `name`,
  ADD COLUMN `salt` varchar(16) AFTER `luck`;

UPDATE `item` SET `token` = (uuid()), `luck` = (rand()), `salt` = (hex(random_bytes(8))), `changed` = `changed`;

ALTER TABLE `item`
  ADD COLUMN `plain` int DEFAULT 5 AFTER `salt`,
  ADD UNIQUE INDEX `by_token` (`token`);

ALTER TABLE `item`
  MODIFY COLUMN `token` varchar(36) NOT NULL DEFAULT (uuid()),
  MODIFY COLUMN `name` varchar(60) DEFAULT (sha2(rand(),224)),
  MODIFY COLUMN `luck` double DEFAULT (rand()),
  MODIFY COLUMN `salt` varchar(16) DEFAULT (hex(random_bytes(8)));

SET SESSION sql_mode = @migrate_sql_mode;
