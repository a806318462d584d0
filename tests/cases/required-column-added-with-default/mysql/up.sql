-- add column item.stock

ALTER TABLE `item` ADD COLUMN `stock` int(11) NOT NULL DEFAULT 0;
