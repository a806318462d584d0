create procedure f() language plpgsql as $$begin end$$;
