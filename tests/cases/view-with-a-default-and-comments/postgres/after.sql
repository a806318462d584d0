create table t(id int primary key, a int, b text);
create view v as select id,a from t;
alter view v alter column a set default 5;
comment on column v.a is 'hm';
comment on view v is 'v';
