-- change column item.name: comment
-- change column item.mark: comment
-- change column item.size: comment

ALTER TABLE `item`
  MODIFY COLUMN `name` varchar(40) COMMENT 'old',
  MODIFY COLUMN `mark` text COMMENT 'gone',
  MODIFY COLUMN `size` text;
