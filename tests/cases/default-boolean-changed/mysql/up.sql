-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` tinyint(1) NOT NULL DEFAULT 0;
