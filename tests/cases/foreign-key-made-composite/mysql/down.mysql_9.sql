-- change foreign key line_bill on line
-- change index line_bill on line
--
-- Dangers:
-- foreign-key-on-rows: foreign key line_bill on line: a row that breaks it stops the migration
-- blocks-writes: table line is locked (SHARED) while foreign key line_bill is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `line` DROP FOREIGN KEY `line_bill`;

ALTER TABLE `line`
  DROP INDEX `line_bill`,
  ADD INDEX `line_bill` (`bill`),
  ADD CONSTRAINT `line_bill` FOREIGN KEY (`bill`) REFERENCES `bill` (`number`) ON DELETE NO ACTION ON UPDATE NO ACTION;
