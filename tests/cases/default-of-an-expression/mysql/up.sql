-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` varchar(60) DEFAULT concat(ucase('a'),1 + 2);
