-- rename index item_by_name to item_name on item

ALTER TABLE `item` RENAME INDEX `item_by_name` TO `item_name`;
