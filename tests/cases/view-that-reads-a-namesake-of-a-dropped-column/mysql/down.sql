-- add column item.name

ALTER TABLE `item` ADD COLUMN `name` varchar(20);
