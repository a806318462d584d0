-- drop schema My S
-- drop table My S.T 1
-- drop view My S.V"x
-- drop trigger My S.T r on My S.T 1
-- drop function My S.F x(integer)
--
-- Dangers:
-- drops-table: table My S.T 1 goes, with the rows that it may have
-- drops-object: view My S.V"x goes: what still uses it breaks
-- drops-object: trigger T r goes with My S.T 1
-- drops-object: function My S.F x(integer) goes: what still uses it breaks

DROP VIEW "My S"."V""x";

DROP TABLE "My S"."T 1";

DROP FUNCTION "My S"."F x"(integer);

DROP SCHEMA "My S";
