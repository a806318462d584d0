-- drop column item.seen
-- drop column item.made
-- drop column item.touched
--
-- Dangers:
-- drops-column: column item.seen goes, with its values
-- drops-column: column item.made goes, with its values
-- drops-column: column item.touched goes, with its values

ALTER TABLE `item`
  DROP COLUMN `seen`,
  DROP COLUMN `made`,
  DROP COLUMN `touched`;
