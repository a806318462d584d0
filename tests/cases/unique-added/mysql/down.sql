-- drop index item_name on item

ALTER TABLE `item` DROP INDEX `item_name`;
