-- drop foreign key line_bill on line
-- drop index line_bill on line

ALTER TABLE `line`
  DROP FOREIGN KEY `line_bill`,
  DROP INDEX `line_bill`;
