-- rename column box.breadth to width
--
-- Dangers:
-- renames: column box.breadth is called width from now on

ALTER TABLE `box`
  DROP CONSTRAINT `wide`,
  DROP INDEX `by_width`,
  RENAME COLUMN `breadth` TO `width`,
  MODIFY COLUMN `area` int GENERATED ALWAYS AS ((`width` * `width`)) STORED,
  MODIFY COLUMN `twice` int GENERATED ALWAYS AS ((`area` * 2)) VIRTUAL,
  MODIFY COLUMN `depth` int DEFAULT ((`width` + 1)),
  ADD INDEX `by_width` (((`width` + 1))),
  ADD CONSTRAINT `wide` CHECK ((`width` > 0));
