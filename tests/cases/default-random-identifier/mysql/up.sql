-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` uuid NOT NULL DEFAULT uuid();
