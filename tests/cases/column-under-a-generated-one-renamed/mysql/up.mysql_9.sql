-- rename column box.width to breadth
--
-- Dangers:
-- renames: column box.width is called breadth from now on

ALTER TABLE `box`
  RENAME COLUMN `width` TO `breadth`,
  MODIFY COLUMN `area` int GENERATED ALWAYS AS ((`breadth` * `height`)) STORED;
