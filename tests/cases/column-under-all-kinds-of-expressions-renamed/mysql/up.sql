-- rename column box.width to breadth
--
-- Dangers:
-- renames: column box.width is called breadth from now on

ALTER TABLE `box`
  DROP CONSTRAINT `wide`,
  DROP INDEX `by_width`,
  RENAME COLUMN `width` TO `breadth`,
  MODIFY COLUMN `area` int GENERATED ALWAYS AS ((`breadth` * `breadth`)) STORED,
  MODIFY COLUMN `twice` int GENERATED ALWAYS AS ((`area` * 2)) VIRTUAL,
  MODIFY COLUMN `depth` int DEFAULT ((`breadth` + 1)),
  ADD INDEX `by_width` (((`breadth` + 1))),
  ADD CONSTRAINT `wide` CHECK ((`breadth` > 0));
