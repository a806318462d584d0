create table t(id int primary key, a int, b text);
create view v as select id,a from t;
create rule r as on insert to v do instead insert into t values (new.id,new.a);
create rule r2 as on delete to t do also notify x;
