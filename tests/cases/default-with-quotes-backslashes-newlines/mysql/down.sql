-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` varchar(200) NOT NULL DEFAULT '';
