-- rename index item_name to item_name_once on item

ALTER TABLE `item` RENAME INDEX `item_name` TO `item_name_once`;
