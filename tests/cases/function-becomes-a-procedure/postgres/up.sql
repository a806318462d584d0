-- create procedure f()
-- drop function f()
--
-- Dangers:
-- drops-object: function f() goes: what still uses it breaks

DROP FUNCTION "f"();

CREATE PROCEDURE public.f()
 LANGUAGE plpgsql
AS $procedure$begin end$procedure$;
