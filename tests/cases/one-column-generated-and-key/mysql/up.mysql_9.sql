-- change column item.code: generated expression
-- create foreign key item_code_key on item
-- create index item_code_key on item
--
-- Dangers:
-- foreign-key-on-rows: foreign key item_code_key on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while the table is copied for code and while foreign key item_code_key is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  MODIFY COLUMN `code` int GENERATED ALWAYS AS ((`amount` * 3)) STORED,
  ADD INDEX `item_code_key` (`code`),
  ADD CONSTRAINT `item_code_key` FOREIGN KEY (`code`) REFERENCES `stock` (`code`) ON DELETE NO ACTION ON UPDATE NO ACTION;

SET SESSION sql_mode = @migrate_sql_mode;
