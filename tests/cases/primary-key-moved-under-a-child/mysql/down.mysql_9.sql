-- change primary key (unnamed) on item
-- create index code on item
-- drop index id on item
-- change foreign key part_item on part
--
-- Dangers:
-- unique-on-rows: primary key on item: a row that breaks it stops the migration
-- unique-on-rows: unique index code on item: a row that breaks it stops the migration
-- foreign-key-on-rows: foreign key part_item on part: a row that breaks it stops the migration
-- blocks-writes: table part is locked (SHARED) while foreign key part_item is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `part` DROP FOREIGN KEY `part_item`;

ALTER TABLE `item`
  DROP INDEX `id`,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`),
  ADD UNIQUE INDEX `code` (`code`);

ALTER TABLE `part` ADD CONSTRAINT `part_item` FOREIGN KEY (`item`) REFERENCES `item` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
