-- change column item.mark: options

ALTER TABLE `item` MODIFY COLUMN `mark` int INVISIBLE;
