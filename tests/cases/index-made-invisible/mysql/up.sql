-- change index item_name on item

ALTER TABLE `item` ALTER INDEX `item_name` INVISIBLE;
