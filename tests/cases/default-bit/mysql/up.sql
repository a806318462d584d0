-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` bit(3) NOT NULL DEFAULT b'101';
