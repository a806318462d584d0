-- drop table n
-- drop view v
-- drop view w
-- drop view x
-- drop function f()
-- drop function g(v)
--
-- Dangers:
-- drops-table: table n goes, with the rows that it may have

DROP VIEW "w";

DROP VIEW "x";

DROP FUNCTION "g"(v);

DROP VIEW "v";

DROP FUNCTION "f"();

DROP TABLE "n";
