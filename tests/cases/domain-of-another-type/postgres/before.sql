create domain d as int;
create table t(id int primary key, e d);
