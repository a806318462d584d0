create table t(id int primary key, a int, b text);
create view v as select id,a from t;
create function tf() returns trigger language plpgsql as $$begin return new; end$$;
create trigger tr instead of insert on v for each row execute function tf();
