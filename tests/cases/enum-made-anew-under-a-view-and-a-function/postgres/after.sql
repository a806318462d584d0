create type m as enum('b','c');
create table t(id int, x m);
create view v as select x from t where x = 'b';
create function f(m) returns int language sql as 'select 1';
