create table t(id int primary key);
create function tf() returns trigger language plpgsql as $$begin return null; end$$;
