-- rename check two to one on a
-- create check two on b
-- drop check one on b
-- create table gone
-- drop table new
--
-- Dangers:
-- check-on-rows: check two on b: a row that breaks it stops the migration
-- drops-table: table new goes, with the rows that it may have
-- blocks-writes: table a is locked (SHARED) while every row is checked for one
-- blocks-writes: table b is locked (SHARED) while every row is checked for two
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `a` DROP CONSTRAINT `two`;

ALTER TABLE `b` DROP CONSTRAINT `one`;

ALTER TABLE `new` DROP CONSTRAINT `three`;

CREATE TABLE `gone` (
  `z` int NOT NULL,
  PRIMARY KEY (`z`),
  CONSTRAINT `three` CHECK ((`z` > 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

ALTER TABLE `a` ADD CONSTRAINT `one` CHECK ((`x` > 0));

ALTER TABLE `b` ADD CONSTRAINT `two` CHECK ((`y` > 0));

DROP TABLE `new`;
