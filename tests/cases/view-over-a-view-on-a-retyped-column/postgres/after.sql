create table t(id int primary key, a bigint, b text);
create view v as select id,a from t;
create view w as select a+1 as x from v;
