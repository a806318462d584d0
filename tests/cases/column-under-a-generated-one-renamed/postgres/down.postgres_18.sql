-- rename column box.breadth to width
-- change column box.width: not null constraint
--
-- Dangers:
-- renames: column box.breadth is called width from now on

ALTER TABLE "box" RENAME COLUMN "breadth" TO "width";

ALTER TABLE "box" RENAME CONSTRAINT "box_breadth_not_null" TO "box_width_not_null";
