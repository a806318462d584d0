-- rename check one to two on a
-- create check one on b
-- drop check two on b
-- create table new
-- drop table gone
--
-- Dangers:
-- drops-table: table gone goes, which has no rows
-- blocks-writes: table a is locked (SHARED) while every row is checked for two
-- blocks-writes: table b is locked (SHARED) while every row is checked for one
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `a` DROP CONSTRAINT `one`;

ALTER TABLE `b` DROP CONSTRAINT `two`;

ALTER TABLE `gone` DROP CONSTRAINT `three`;

CREATE TABLE `new` (
  `w` int NOT NULL,
  PRIMARY KEY (`w`),
  CONSTRAINT `three` CHECK ((`w` > 0))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

ALTER TABLE `a` ADD CONSTRAINT `two` CHECK ((`x` > 0));

ALTER TABLE `b` ADD CONSTRAINT `one` CHECK ((`y` > 1));

DROP TABLE `gone`;
