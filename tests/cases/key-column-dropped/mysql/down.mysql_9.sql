-- add column line.branch
-- change primary key (unnamed) on line
--
-- Dangers:
-- unique-on-rows: primary key on line: a row that breaks it stops the migration

ALTER TABLE `line`
  DROP PRIMARY KEY,
  ADD COLUMN `branch` int NOT NULL DEFAULT 0 AFTER `number`,
  ADD PRIMARY KEY (`branch`, `bill`, `number`);
