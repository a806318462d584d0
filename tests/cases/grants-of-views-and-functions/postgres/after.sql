create table t(id int primary key, a int, b text);
create view v as select 1 as x;
grant select on v to pg_monitor;
create function f() returns int language sql as 'select 1';
revoke execute on function f() from public;
