-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` int DEFAULT 7;
