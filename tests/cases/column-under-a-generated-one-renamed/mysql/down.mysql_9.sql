-- rename column box.breadth to width
--
-- Dangers:
-- renames: column box.breadth is called width from now on

ALTER TABLE `box`
  RENAME COLUMN `breadth` TO `width`,
  MODIFY COLUMN `area` int GENERATED ALWAYS AS ((`width` * `height`)) STORED;
