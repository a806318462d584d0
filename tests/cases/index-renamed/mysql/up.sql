-- rename index item_name to item_by_name on item

ALTER TABLE `item` RENAME INDEX `item_name` TO `item_by_name`;
