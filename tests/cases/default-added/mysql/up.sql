-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` int(11) DEFAULT 7;
