-- change column item.mark: default

ALTER TABLE `item` MODIFY COLUMN `mark` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '{}' CHECK (json_valid(`mark`));
