create table t(id int primary key, a bigint, b text);
create function f() returns bigint begin atomic select count(a) from t; end;
create view v as select f();
