-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` decimal(6,2) NOT NULL DEFAULT 0.50;
