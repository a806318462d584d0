-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP;
