-- add column box.area
--
-- Dangers:
-- blocks-reads: table box is locked (ACCESS EXCLUSIVE) while every row gets its area

ALTER TABLE "box" ADD COLUMN "area" integer GENERATED ALWAYS AS (width * height) STORED;
