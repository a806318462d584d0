-- drop column child.note
-- change foreign key to_gone on child
-- create table parent
-- drop table second
--
-- Dangers:
-- drops-column: column child.note goes, with the values that it may hold
-- drops-table: table second goes, with the rows that it may have
-- blocks-writes: table child is locked (SHARED) while foreign key to_gone is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `parent` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

ALTER TABLE `child`
  DROP FOREIGN KEY `to_gone`,
  DROP COLUMN `note`;

SET @migrate_foreign_key_checks = @@SESSION.foreign_key_checks, SESSION foreign_key_checks = 0;

ALTER TABLE `child` ADD CONSTRAINT `to_gone` FOREIGN KEY (`parent_id`) REFERENCES `gone` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;

SET SESSION foreign_key_checks = @migrate_foreign_key_checks;

DROP TABLE `second`;
