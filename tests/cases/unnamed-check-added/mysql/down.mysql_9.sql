-- drop check item_chk_1 on item

ALTER TABLE `item` DROP CONSTRAINT `item_chk_1`;
