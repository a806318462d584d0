-- change primary key (unnamed) on item
-- create index id on item
-- drop index code on item
-- change foreign key part_item on part
--
-- Dangers:
-- blocks-writes: table part is locked (SHARED) while foreign key part_item is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `part` DROP FOREIGN KEY `part_item`;

ALTER TABLE `item`
  DROP INDEX `code`,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`code`),
  ADD UNIQUE INDEX `id` (`id`);

ALTER TABLE `part` ADD CONSTRAINT `part_item` FOREIGN KEY (`item`) REFERENCES `item` (`code`) ON DELETE CASCADE ON UPDATE NO ACTION;
