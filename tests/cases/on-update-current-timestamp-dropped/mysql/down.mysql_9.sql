-- change column item.changed: on update

ALTER TABLE `item` MODIFY COLUMN `changed` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3);
