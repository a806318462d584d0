create table t(id int primary key, a int, b text);
create view v with (security_barrier=true) as select id from t where id>0 with check option;
