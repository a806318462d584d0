-- change column item.code: comment
-- drop check item_code_filled on item

ALTER TABLE `item`
  DROP CONSTRAINT `item_code_filled`,
  MODIFY COLUMN `code` varchar(20) COMMENT 'as printed on the box';
