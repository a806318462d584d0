-- create index item_name on item

ALTER TABLE `item` ADD INDEX `item_name` (`name`);
