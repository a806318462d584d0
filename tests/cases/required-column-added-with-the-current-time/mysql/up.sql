-- add column item.made

ALTER TABLE `item` ADD COLUMN `made` datetime NOT NULL DEFAULT current_timestamp();
