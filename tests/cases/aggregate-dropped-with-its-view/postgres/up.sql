-- drop view v
-- drop function ag(integer)
-- drop function sf(integer, integer)
--
-- Dangers:
-- drops-object: view v goes: what still uses it breaks
-- drops-object: function ag(integer) goes: what still uses it breaks
-- drops-object: function sf(integer, integer) goes: what still uses it breaks

DROP VIEW "v";

DROP AGGREGATE "ag"(integer);

DROP FUNCTION "sf"(integer, integer);
