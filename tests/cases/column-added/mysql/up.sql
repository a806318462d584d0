-- add column item.colour

ALTER TABLE `item` ADD COLUMN `colour` varchar(10);
