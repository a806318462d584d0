-- drop check item_size on item

ALTER TABLE `item` DROP CONSTRAINT `item_size`;
