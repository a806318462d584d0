-- create index item_name on item

ALTER TABLE `item` ADD UNIQUE INDEX `item_name` (`name`);
