-- drop column item.shelf_id
-- drop foreign key item_shelf on item
-- drop index item_shelf_id on item
--
-- Dangers:
-- drops-column: column item.shelf_id goes, with its values in 1 row
-- irreversible: down makes column item.shelf_id again, without its values

ALTER TABLE `item`
  DROP FOREIGN KEY `item_shelf`,
  DROP INDEX `item_shelf_id`,
  DROP COLUMN `shelf_id`;
