-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` datetime NOT NULL DEFAULT '2000-01-01 00:00:00';
