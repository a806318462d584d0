-- add column item.made

ALTER TABLE `item` ADD COLUMN `made` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP;
