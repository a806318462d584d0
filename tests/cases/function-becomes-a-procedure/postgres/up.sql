-- create procedure f()
-- drop function f()

DROP FUNCTION "f"();

CREATE PROCEDURE public.f()
 LANGUAGE plpgsql
AS $procedure$begin end$procedure$;
