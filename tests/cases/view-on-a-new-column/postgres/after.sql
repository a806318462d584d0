create table t(id int primary key, a int, b text, c int);
create view v as select c from t;
create function f(t) returns int language sql as 'select $1.c';
create view w as select f(t) from t;
