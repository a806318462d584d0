create table t(id int, a int, b text, primary key(id, a));
create view v as select id, a, count(*) from t group by id, a;
