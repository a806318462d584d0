-- rename index item_name_once to item_name on item

ALTER TABLE `item` RENAME INDEX `item_name_once` TO `item_name`;
