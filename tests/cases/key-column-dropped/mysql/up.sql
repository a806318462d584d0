-- drop column line.branch
-- change primary key (unnamed) on line
--
-- Dangers:
-- drops-column: column line.branch goes, with its values in 2 rows
-- irreversible: down makes column line.branch again, without its values

ALTER TABLE `line`
  DROP PRIMARY KEY,
  DROP COLUMN `branch`,
  ADD PRIMARY KEY (`bill`, `number`);
