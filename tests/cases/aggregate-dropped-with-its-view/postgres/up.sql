-- drop view v
-- drop function ag(integer)
-- drop function sf(integer, integer)

DROP VIEW "v";

DROP AGGREGATE "ag"(integer);

DROP FUNCTION "sf"(integer, integer);
