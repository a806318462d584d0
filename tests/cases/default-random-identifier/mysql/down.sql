-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
