-- add column child.note
-- change foreign key to_gone on child
-- create table second
-- drop table parent
--
-- Dangers:
-- drops-table: table parent goes, which has no rows
-- blocks-writes: table child is locked (SHARED) while foreign key to_gone is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `second` (
  `id` int(11) NOT NULL,
  `parent_id` int(11),
  PRIMARY KEY (`id`),
  INDEX `to_gone_too` (`parent_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci ENGINE=InnoDB;

ALTER TABLE `child`
  DROP FOREIGN KEY `to_gone`,
  ADD COLUMN `note` int(11);

SET @migrate_foreign_key_checks = @@SESSION.foreign_key_checks, SESSION foreign_key_checks = 0;

ALTER TABLE `child` ADD CONSTRAINT `to_gone` FOREIGN KEY (`parent_id`) REFERENCES `gone` (`id`) ON DELETE CASCADE;

ALTER TABLE `second` ADD CONSTRAINT `to_gone_too` FOREIGN KEY (`parent_id`) REFERENCES `gone` (`id`);

SET SESSION foreign_key_checks = @migrate_foreign_key_checks;

SET @migrate_foreign_key_checks = @@SESSION.foreign_key_checks, SESSION foreign_key_checks = 0;

DROP TABLE `parent`;

SET SESSION foreign_key_checks = @migrate_foreign_key_checks;
