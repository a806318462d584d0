create type m as enum('a','b');
create table t(id int, x m);
create view v as select x from t where x = 'a';
create function f(m) returns int language sql as 'select 1';
