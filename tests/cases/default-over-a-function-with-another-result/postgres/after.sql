create function f() returns bigint language sql as 'select 1::bigint';
create table t(id int primary key, a bigint default f());
