-- drop index item_body on item

ALTER TABLE `item` DROP INDEX `item_body`;
