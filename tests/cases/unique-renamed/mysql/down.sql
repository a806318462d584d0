-- rename index item_name_once to item_name on item
--
-- Dangers:
-- unique-on-rows: unique index item_name on item: a row that breaks it stops the migration

ALTER TABLE `item` RENAME INDEX `item_name_once` TO `item_name`;
