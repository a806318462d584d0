-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` json NOT NULL DEFAULT (_utf8mb4'{}');
