create function z() returns int language sql as 'select 1';
create function a() returns int language sql as 'select z()';
create table t(id int, x int default a());
create index i on t((id+1)) where id > 0;
