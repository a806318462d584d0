-- change column item.code: default, comment

ALTER TABLE `item` MODIFY COLUMN `code` varchar(20) DEFAULT '10' COMMENT 'as printed on the box';
