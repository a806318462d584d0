-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` char(36) NOT NULL DEFAULT (uuid());
