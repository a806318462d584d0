-- drop column item.seen
-- drop column item.made
-- drop column item.touched
--
-- Dangers:
-- drops-column: column item.seen goes, with the values that it may hold
-- drops-column: column item.made goes, with the values that it may hold
-- drops-column: column item.touched goes, with the values that it may hold

ALTER TABLE `item`
  DROP COLUMN `seen`,
  DROP COLUMN `made`,
  DROP COLUMN `touched`;
