create table t(id bigint primary key, a int, b text);
create view v as select id from t;
create function f() returns setof v language sql as 'select * from public.v';
create materialized view m as select * from f();
