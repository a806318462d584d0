-- add column item.stock

ALTER TABLE `item` ADD COLUMN `stock` int NOT NULL DEFAULT 0;
