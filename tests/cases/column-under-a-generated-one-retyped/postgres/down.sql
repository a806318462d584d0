-- change column box.width: type
-- change column box.area: type
--
-- Dangers:
-- narrows-type: column box.width goes from bigint to integer: values may not fit
-- rewrites-table: every row of table box is written again
-- blocks-reads: table box is locked (ACCESS EXCLUSIVE) while the type of width changes and while the type of area changes

ALTER TABLE "box" DROP COLUMN "area";

ALTER TABLE "box"
    ALTER COLUMN "width" TYPE integer,
    ADD COLUMN "area" integer GENERATED ALWAYS AS (width * height) STORED;
