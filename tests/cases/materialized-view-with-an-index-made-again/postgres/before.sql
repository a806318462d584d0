create table t(id int primary key, a int, b text);
create materialized view v as select id,a from t;
create unique index v_i on v(id);
comment on materialized view v is 'c';
grant select on v to public;
