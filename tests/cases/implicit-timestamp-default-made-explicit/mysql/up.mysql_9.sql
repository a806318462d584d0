-- change column item.seen: default, on update

ALTER TABLE `item` MODIFY COLUMN `seen` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;
