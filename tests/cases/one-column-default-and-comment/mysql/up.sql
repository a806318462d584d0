-- change column item.code: default, comment

ALTER TABLE `item` MODIFY COLUMN `code` varchar(20) DEFAULT '20' COMMENT 'as scanned';
