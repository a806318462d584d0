-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` char(36) NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
