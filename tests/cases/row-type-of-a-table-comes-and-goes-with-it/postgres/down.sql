-- add column line.begins
-- add column line.ends
-- create table point3
-- drop table area
-- drop table zone
--
-- Dangers:
-- drops-table: table area goes, with the rows that it may have
-- drops-table: table zone goes, with the rows that it may have

DROP TABLE "area";

DROP TABLE "zone";

CREATE TABLE "point3" (
    "x" integer,
    "y" integer
);

ALTER TABLE "line"
    ADD COLUMN "begins" point3,
    ADD COLUMN "ends" point3;
