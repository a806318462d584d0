create table t(id int primary key, a int, b text);
create view v as select id, a, count(*) from t group by id;
