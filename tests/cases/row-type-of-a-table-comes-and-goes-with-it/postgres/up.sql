-- create table area
-- drop column line.begins
-- drop column line.ends
-- create table zone
-- drop table point3
--
-- Dangers:
-- drops-column: column line.begins goes, which holds no value
-- drops-column: column line.ends goes, which holds no value
-- drops-table: table point3 goes, which has no rows

ALTER TABLE "line"
    DROP COLUMN "begins",
    DROP COLUMN "ends";

DROP TABLE "point3";

CREATE TABLE "zone" (
    "x" integer
);

CREATE TABLE "area" (
    "id" integer NOT NULL,
    "zones" zone[],
    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);
