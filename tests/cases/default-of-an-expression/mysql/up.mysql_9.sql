-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` varchar(60) DEFAULT (concat(upper(_utf8mb4'a'),(1 + 2)));
