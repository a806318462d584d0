-- rename column box.width to breadth
-- change column box.breadth: not null constraint
--
-- Dangers:
-- renames: column box.width is called breadth from now on

ALTER TABLE "box" RENAME COLUMN "width" TO "breadth";

ALTER TABLE "box" RENAME CONSTRAINT "box_width_not_null" TO "box_breadth_not_null";
