create function f() returns int language sql as 'select 1';
create table t(id int primary key, a bigint default f());
