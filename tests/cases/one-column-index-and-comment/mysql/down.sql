-- change column item.code: comment
-- drop index item_code on item

ALTER TABLE `item`
  DROP INDEX `item_code`,
  MODIFY COLUMN `code` varchar(20) COMMENT 'as printed on the box';
