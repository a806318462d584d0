-- create index item_code on item
-- create foreign key part_item on part
-- create index part_item on part
--
-- Dangers:
-- unique-on-rows: unique index item_code on item: a row that breaks it stops the migration
-- foreign-key-on-rows: foreign key part_item on part: a row that breaks it stops the migration
-- blocks-writes: table part is locked (SHARED) while foreign key part_item is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` ADD UNIQUE INDEX `item_code` (`code`);

ALTER TABLE `part` ADD INDEX `part_item` (`item_code`);

ALTER TABLE `part` ADD CONSTRAINT `part_item` FOREIGN KEY (`item_code`) REFERENCES `item` (`code`) ON DELETE CASCADE ON UPDATE NO ACTION;
