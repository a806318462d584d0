-- change column box.width: type
-- change column box.area: type
--
-- Dangers:
-- rewrites-table: every row of table box is written again, 2 rows now
-- blocks-reads: table box is locked (ACCESS EXCLUSIVE) while the type of width changes and while the type of area changes

ALTER TABLE "box" DROP COLUMN "area";

ALTER TABLE "box"
    ALTER COLUMN "width" TYPE bigint,
    ADD COLUMN "area" bigint GENERATED ALWAYS AS (width * height) STORED;
