-- change column box.area: generated expression
--
-- Dangers:
-- drops-data: column box.area is computed from now on: values that it may hold go

ALTER TABLE "box" DROP COLUMN "area";

ALTER TABLE "box" ADD COLUMN "area" integer GENERATED ALWAYS AS (width * height) STORED;
