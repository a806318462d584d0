-- create index item_body on item

ALTER TABLE `item` ADD INDEX `item_body` (`body`(100));
