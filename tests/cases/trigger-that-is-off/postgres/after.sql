create table t(id int primary key, u timestamptz);
create function tf() returns trigger language plpgsql as $$begin new.u = now(); return new; end$$;
create trigger tr before update on t for each row execute function tf();
alter table t disable trigger tr;
comment on trigger tr on t is 'x';
