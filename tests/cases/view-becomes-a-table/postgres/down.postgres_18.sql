-- drop table v
-- create view v
--
-- Dangers:
-- drops-table: table v goes, with the rows that it may have

DROP TABLE "v";

CREATE VIEW "v" AS
 SELECT id,
    a
   FROM t;
