create table t(id int primary key, a int, b text);
grant select, insert on t to pg_monitor;
create sequence s;
grant usage on sequence s to public;
