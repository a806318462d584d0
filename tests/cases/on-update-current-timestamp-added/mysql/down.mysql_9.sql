-- change column item.changed: on update

ALTER TABLE `item` MODIFY COLUMN `changed` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP;
